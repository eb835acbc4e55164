// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Numbers and names that the reader and the writer of ONNX files share. Private to core/formats.
namespace alexscope::onnx {

// Elements of a tensor
inline constexpr int floatType = 1, integerType = 7, halfType = 10, doubleType = 11, bfloatType = 16;
// Kinds of an attribute
inline constexpr int realAttribute = 1, integerAttribute = 2, textAttribute = 3, integersAttribute = 7;

// What a file of ours says besides: the network's text, class names and means as weight files carry them
inline constexpr const char* networkProperty = "alexscope.network";
inline constexpr const char* classesProperty = "alexscope.classes";
inline constexpr const char* preprocessingProperty = "alexscope.preprocessing";
inline constexpr const char* meanPictureName = "preprocessing.mean"; // an initial tensor that no operation uses

} // namespace alexscope::onnx
