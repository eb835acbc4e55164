// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/matrix_product.h"

#include "core/error.h"
#include "cuda/device.h"

#include <cublas_v2.h>

#include <utility>

namespace alexscope::cuda {

namespace {

/// cuBLAS repeats its results as long as its working memory is the same; so it gets one of its own, of the size the
/// library itself would take on large GPUs.
constexpr std::size_t workspaceBytes = 32u << 20;

void check(cublasStatus_t status, const char* doing)
{
    if (status != CUBLAS_STATUS_SUCCESS)
        throw Error(concat("cuBLAS failed while ", doing, " (", cublasGetStatusString(status),
                           "); if it happens again, choose device cpu."));
}

class Handle {
public:
    Handle() { check(cublasCreate(&m_handle), "starting"); }
    ~Handle()
    {
        if (m_handle)
            cublasDestroy(m_handle);
    }
    Handle(Handle&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Handle& operator=(Handle&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    cublasHandle_t get() const { return m_handle; }

private:
    cublasHandle_t m_handle = nullptr;
};

cudaDataType_t typeOf(Element element)
{
    return element == Element::Bf16 ? CUDA_R_16BF : CUDA_R_32F;
}

cublasComputeType_t computeType(Arithmetic arithmetic, Element operands)
{
    if (arithmetic == Arithmetic::Tf32 && operands == Element::F32)
        return CUBLAS_COMPUTE_32F_FAST_TF32;
    return arithmetic == Arithmetic::Pedantic ? CUBLAS_COMPUTE_32F_PEDANTIC : CUBLAS_COMPUTE_32F;
}

class CublasProducts final : public Products {
public:
    CublasProducts(const Stream& stream, Arithmetic arithmetic)
        : m_workspace(workspaceBytes, stream), m_arithmetic(arithmetic)
    {
        check(cublasSetStream(m_handle.get(), stream.handle()), "choosing a stream");
        check(cublasSetWorkspace(m_handle.get(), m_workspace.data(), m_workspace.size()), "taking its working memory");
    }

    /// The library counts columns first: a row-major matrix is its transpose there, so cᵀ = op(b)ᵀ · op(a)ᵀ is asked
    /// for.
    void multiply(const MatrixProduct& p, const void* a, const void* b, void* c) override
    {
        const float one = 1.0f, zero = 0.0f;
        const auto narrow = [](std::int64_t value) { return static_cast<int>(value); };
        check(cublasGemmEx(m_handle.get(), p.bTransposed ? CUBLAS_OP_T : CUBLAS_OP_N,
                           p.aTransposed ? CUBLAS_OP_T : CUBLAS_OP_N, narrow(p.n), narrow(p.m), narrow(p.k), &one, b,
                           typeOf(p.operands), narrow(p.bTransposed ? p.k : p.n), a, typeOf(p.operands),
                           narrow(p.aTransposed ? p.m : p.k), &zero, c, typeOf(p.result), narrow(p.n),
                           computeType(m_arithmetic, p.operands), CUBLAS_GEMM_DEFAULT),
              "multiplying matrices");
    }

    std::string version() const override
    {
        int number = 0;
        check(cublasGetVersion(m_handle.get(), &number), "telling its version");
        return number >= 100000 ? concat("cuBLAS ", number / 10000, ".", number / 100 % 100) // 130100 is 13.1
                                : concat("cuBLAS ", number / 1000, ".", number / 100 % 10);
    }

private:
    Buffer m_workspace; // before the handle, so that it goes after it
    Handle m_handle;
    Arithmetic m_arithmetic;
};

} // namespace

std::unique_ptr<Products> makeProducts(const Stream& stream, Arithmetic arithmetic)
{
    return std::make_unique<CublasProducts>(stream, arithmetic);
}

} // namespace alexscope::cuda
