#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the golden numbers of this folder with PyTorch in float64, and compares them with those kept here.

    make_golden.py FOLDER     writes lrn.safetensors and tiny_alexnet.safetensors there
    make_golden.py --check    prints the largest difference to the kept files; exit status 1 above 1e-12

Random numbers come from torch.manual_seed(2012), drawn in the order in which they stand below. Needs numpy and torch
(tried with torch 2.x); nothing else in the project does.
"""
import json
import pathlib
import struct
import sys

import numpy
import torch
from torch.nn import functional

HERE = pathlib.Path(__file__).resolve().parent
LRN = dict(size=5, beta=0.75, k=2.0)
RATE, MOMENTUM, DECAY = 0.01, 0.9, 0.0005
ELEMENT_TYPES = {"F64": numpy.float64, "I64": numpy.int64}

# layer: (filters, channels, size, groups, stride, pad) or (outputs, inputs)
CONVOLUTIONS = {"conv1": (8, 3, 11, 1, 4, 0), "conv2": (12, 8, 5, 2, 1, 2), "conv3": (16, 12, 3, 1, 1, 1),
                "conv4": (16, 16, 3, 2, 1, 1), "conv5": (12, 16, 3, 2, 1, 1)}
LINEARS = {"fc6": (24, 12), "fc7": (20, 24), "fc8": (10, 20)}
ORDER = ("conv1 relu1 norm1 pool1 conv2 relu2 norm2 pool2 conv3 relu3 conv4 relu4 conv5 relu5 pool5 "
         "fc6 relu6 fc7 relu7 fc8 prob").split()


def lrn(a, alpha):
    """b = a / (k + alpha * sum of squares)^beta: alpha as printed in the paper. PyTorch divides its alpha by the size."""
    return functional.local_response_norm(a, alpha=alpha * LRN["size"], **LRN)


def golden_lrn():
    x = torch.randn(2, 9, 4, 5).mul(30).requires_grad_()
    upstream = torch.randn(2, 9, 4, 5)
    tensors = {"x": x, "grad_y": upstream}
    for tag, alpha in {"alpha": 1e-4, "alpha_over_n": 1e-4 / LRN["size"]}.items():
        y = lrn(x, alpha)
        tensors["y_" + tag] = y
        tensors["grad_x_" + tag], = torch.autograd.grad(y, x, upstream)
    return tensors


def draw_parameters():
    parameters = {}
    for name, (filters, channels, size, groups, _, _) in CONVOLUTIONS.items():
        fan_in = channels // groups * size * size
        parameters[name + ".weight"] = torch.randn(filters, channels // groups, size, size) / fan_in ** 0.5 * 1.4
        parameters[name + ".bias"] = torch.randn(filters) * 0.1
    for name, (outputs, inputs) in LINEARS.items():
        parameters[name + ".weight"] = torch.randn(outputs, inputs) / inputs ** 0.5 * 1.4
        parameters[name + ".bias"] = torch.randn(outputs) * 0.1
    return parameters


def one_layer(name, value, parameters):
    weight, bias = parameters.get(name + ".weight"), parameters.get(name + ".bias")
    if name in CONVOLUTIONS:
        _, _, _, groups, stride, pad = CONVOLUTIONS[name]
        return functional.conv2d(value, weight, bias, stride=stride, padding=pad, groups=groups)
    if name in LINEARS:
        return functional.linear(value.flatten(1), weight, bias)
    if name.startswith("relu"):
        return value.relu()
    if name.startswith("norm"):
        return lrn(value, 0.05)
    if name.startswith("pool"):
        return functional.max_pool2d(value, 3, 2)
    return value.softmax(1)


def run(parameters, image, label):
    """The mean cross-entropy and every layer's output."""
    outputs, value = {}, image
    for name in ORDER:
        value = outputs[name] = one_layer(name, value, parameters)
        value.retain_grad()
    return functional.cross_entropy(outputs["fc8"], label), outputs


def golden_network():
    parameters = draw_parameters()
    image, label = torch.randn(4, 3, 67, 67) * 2, torch.randint(0, 10, (4,))
    tensors = {"image": image, "label": label}
    velocity = {name: torch.zeros_like(value) for name, value in parameters.items()}
    for name, value in parameters.items():
        tensors["w0." + name] = value.clone()
        value.requires_grad_()
    for step in range(1, 6):
        for value in parameters.values():
            value.grad = None
        loss, outputs = run(parameters, image, label)
        loss.backward()
        if step == 1:
            tensors["loss0"] = loss.reshape(1)
            tensors.update({"act." + name: value for name, value in outputs.items()})
            tensors.update({"grad_act." + name: value.grad for name, value in outputs.items() if value.grad is not None})
            tensors.update({"grad." + name: value.grad.clone() for name, value in parameters.items()})
        with torch.no_grad():
            for name, value in parameters.items():
                velocity[name] = MOMENTUM * velocity[name] - DECAY * RATE * value - RATE * value.grad
                value += velocity[name]
                if step in (1, 5):
                    tensors[f"w{step}.{name}"] = value.detach().clone()
    tensors["loss5"] = run(parameters, image, label)[0].reshape(1)
    return tensors


def write(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        array = numpy.ascontiguousarray(tensor.detach().numpy())
        code = next(code for code, kind in ELEMENT_TYPES.items() if array.dtype == kind)
        header[name] = {"dtype": code, "shape": list(array.shape), "data_offsets": [len(data), len(data) + array.nbytes]}
        data += array.tobytes()
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def read(path):
    raw = path.read_bytes()
    length, = struct.unpack("<Q", raw[:8])
    tensors = {}
    for name, entry in json.loads(raw[8:8 + length]).items():
        if name != "__metadata__":
            first, last = entry["data_offsets"]
            values = numpy.frombuffer(raw[8 + length + first:8 + length + last], ELEMENT_TYPES[entry["dtype"]])
            tensors[name] = values.reshape(entry["shape"])
    return tensors


def largest_error(made, kept):
    if made.keys() != kept.keys():
        sys.exit(f"the names differ: {sorted(made.keys() ^ kept.keys())}")
    return max(numpy.abs(made[name].detach().numpy() - kept[name]).max() / numpy.abs(kept[name]).max() for name in kept)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(2012)
    worst = 0.0
    for name, tensors in (("lrn.safetensors", golden_lrn()), ("tiny_alexnet.safetensors", golden_network())):
        if sys.argv[1] == "--check":
            worst = max(worst, largest_error(tensors, read(HERE / name)))
        else:
            write(pathlib.Path(sys.argv[1]) / name, tensors)
    if sys.argv[1] == "--check":
        print(f"largest difference, relative to each tensor's largest number: {worst:.2e}")
        sys.exit(1 if worst > 1e-12 else 0)


main()
