#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares an exported ONNX file with what Alexscope computes.

    alexscope-cli export --weights W.safetensors --out net.onnx
    alexscope-cli forward --weights W.safetensors --input images.safetensors --output outputs.safetensors --layers prob --precision fp32
    onnxruntime_forward.py net.onnx images.safetensors outputs.safetensors

Prints the largest difference of a probability; exit status 1 above 1e-4. With two arguments, net.onnx and
images.safetensors, writes 4 random pictures there first. Needs onnxruntime and numpy (from PyPI).
"""
import json
import pathlib
import struct
import sys

import numpy
import onnxruntime


def read(path, name):
    raw = pathlib.Path(path).read_bytes()
    length, = struct.unpack("<Q", raw[:8])
    entry = json.loads(raw[8:8 + length])[name]
    first, last = entry["data_offsets"]
    return numpy.frombuffer(raw[8 + length + first:8 + length + last], numpy.float32).reshape(entry["shape"])


def write(path, name, array):
    header = json.dumps({name: {"dtype": "F32", "shape": list(array.shape), "data_offsets": [0, array.nbytes]}}).encode()
    pathlib.Path(path).write_bytes(struct.pack("<Q", len(header)) + header + array.tobytes())


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    session = onnxruntime.InferenceSession(sys.argv[1], providers=["CPUExecutionProvider"])
    shape = [4, *session.get_inputs()[0].shape[1:]]
    if len(sys.argv) == 3:
        write(sys.argv[2], "image", numpy.random.default_rng(2012).normal(0, 1, shape).astype(numpy.float32))
        return
    theirs, = session.run(None, {"image": read(sys.argv[2], "image")})
    ours = read(sys.argv[3], "act.prob").reshape(theirs.shape)
    difference = numpy.abs(theirs - ours).max()
    print(f"probabilities from {ours.min():.3g} to {ours.max():.3g}, largest difference {difference:.2e}")
    sys.exit(1 if difference > 1e-4 else 0)


main()
