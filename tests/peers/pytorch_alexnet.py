#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times one training step of AlexNet (groups, LRN, dropout, SGD with momentum and decay) in PyTorch, as a peer to
`alexscope-cli bench`. Prints one JSON object: pictures a second for every way of running it, and the best.

Usage: pytorch_alexnet.py [--batch 128] [--steps 5] [--threads N] [--ways fp32,bf16,...] [--inference] [--device cuda]

A way is a precision (fp32, tf32, bf16) and what is added to it: cl (channels last), compile (torch.compile), reduce
(torch.compile with its own CUDA graphs and searched kernels), graph (one CUDA graph captured by hand), fused (fused SGD). The
pictures lie on the device, as they do for ours.

Needs PyTorch (PyPI, or Debian 13's python3-torch); nothing of it is part of Alexscope.
"""
import argparse
import contextlib
import json
import time

import torch
from torch import nn


def alexnet(classes=1000):
    """The paper's network with 227 x 227 input: conv -> ReLU -> LRN -> pool. PyTorch divides alpha by n: pass alpha * n."""
    def norm():
        return nn.LocalResponseNorm(5, alpha=5e-4, beta=0.75, k=2.0)

    return nn.Sequential(
        nn.Conv2d(3, 96, 11, stride=4), nn.ReLU(inplace=True), norm(), nn.MaxPool2d(3, 2),
        nn.Conv2d(96, 256, 5, padding=2, groups=2), nn.ReLU(inplace=True), norm(), nn.MaxPool2d(3, 2),
        nn.Conv2d(256, 384, 3, padding=1), nn.ReLU(inplace=True),
        nn.Conv2d(384, 384, 3, padding=1, groups=2), nn.ReLU(inplace=True),
        nn.Conv2d(384, 256, 3, padding=1, groups=2), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2),
        nn.Flatten(),
        nn.Linear(9216, 4096), nn.ReLU(inplace=True), nn.Dropout(0.5),
        nn.Linear(4096, 4096), nn.ReLU(inplace=True), nn.Dropout(0.5),
        nn.Linear(4096, classes))


def precision(name, device):
    torch.backends.cuda.matmul.allow_tf32 = name == "tf32"
    torch.backends.cudnn.allow_tf32 = name == "tf32"
    torch.backends.cudnn.benchmark = device == "cuda"  # the fastest of cuDNN's algorithms by its own measuring
    if name == "bf16":
        return torch.autocast(device, dtype=torch.bfloat16)
    return contextlib.nullcontext()


def median_seconds(run, steps, device):
    """Of one call. On a GPU ten calls are asked for at once: the host then works beside it, as it does for ours."""
    calls = 10 if device == "cuda" else 1
    times = []
    for step in range(steps + 2):
        start = time.perf_counter()
        for _ in range(calls):
            run()
        if device == "cuda":
            torch.cuda.synchronize()
        if step >= 2:
            times.append((time.perf_counter() - start) / calls)
    return sorted(times)[len(times) // 2]


def single_seconds(run, steps, device):
    """Of one call that is waited for: the latency of one picture."""
    times = []
    for step in range(steps * 10 + 10):
        start = time.perf_counter()
        run()
        if device == "cuda":
            torch.cuda.synchronize()
        if step >= 10:
            times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2]


def captured(run):
    """`run` as one CUDA graph: a few calls on a stream beside, then the capture."""
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(5):
            run()
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        run()
    return graph.replay


def make_step(args, kind, extras, device):
    channels_last = "cl" in extras
    fused = args.fused or "fused" in extras
    mode = "max-autotune" if "reduce" in extras else "default"
    compiled = "compile" in extras or "reduce" in extras
    torch.manual_seed(0)
    net = alexnet().to(device)
    pictures = torch.randn(args.batch, 3, 227, 227, device=device)
    labels = torch.randint(0, 1000, (args.batch,), device=device)
    if channels_last:
        net = net.to(memory_format=torch.channels_last)
        pictures = pictures.contiguous(memory_format=torch.channels_last)
    loss_of = nn.CrossEntropyLoss()
    if args.inference:
        net.eval()
        if kind == "bf16" and device == "cuda":  # weights that are bf16 already: no casts left to do
            net, pictures = net.to(torch.bfloat16), pictures.to(torch.bfloat16)
        model = torch.compile(net, mode=mode) if compiled else net

        def infer():
            with torch.no_grad(), precision("" if pictures.dtype == torch.bfloat16 else kind, device):
                model(pictures)
        return captured(infer) if "graph" in extras else infer
    optimiser = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9, weight_decay=0.0005, foreach=not fused,
                                fused=fused)
    model = torch.compile(net, mode=mode) if compiled else net

    def train():
        optimiser.zero_grad(set_to_none=True)
        with precision(kind, device):
            loss = loss_of(model(pictures).float(), labels)
        loss.backward()
        optimiser.step()
    return captured(train) if "graph" in extras else train


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--ways", default="")
    parser.add_argument("--inference", action="store_true", help="forward only, test mode")
    parser.add_argument("--fused", action="store_true", help="PyTorch's fused SGD instead of foreach")
    parser.add_argument("--device", default="cpu")
    args = parser.parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    extras = ["", "+cl", "+compile", "+cl+compile"]
    kinds = ["fp32", "bf16"]
    if args.device == "cuda":
        kinds = ["fp32", "tf32", "bf16"]
        extras = ["", "+cl+fused", "+fused+graph", "+cl+fused+graph", "+cl+fused+compile", "+cl+fused+compile+graph", "+cl+fused+reduce"]
    ways = args.ways.split(",") if args.ways else [kind + extra for kind in kinds for extra in extras]

    results = {}
    for way in ways:
        parts = way.split("+")
        try:
            run = make_step(args, parts[0], parts[1:], args.device)
            timed = single_seconds if args.inference and args.batch == 1 else median_seconds
            seconds = timed(run, args.steps, args.device)
            results[way] = {"images_per_second": args.batch / seconds, "milliseconds": seconds * 1e3}
        except Exception as fault:  # one way that this PyTorch cannot go must not hide the others
            results[way] = {"error": str(fault).splitlines()[0][:200]}
    best = {}
    for kind in ("fp32", "tf32", "bf16"):
        ran = {w: r for w, r in results.items() if w.split("+")[0] == kind and "milliseconds" in r}
        if ran:
            way = min(ran, key=lambda w: ran[w]["milliseconds"])
            best[kind] = {"way": way, **ran[way]}
    print(json.dumps({"pytorch": torch.__version__, "device": args.device, "threads": torch.get_num_threads(),
                      "gpu": torch.cuda.get_device_name() if args.device == "cuda" else None,
                      "cudnn": torch.backends.cudnn.version(),
                      "batch": args.batch, "inference": args.inference, "ways": results, "best": best}, indent=1))


main()
