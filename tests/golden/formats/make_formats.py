#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the files of this folder with the programs that write such files, and what these compute.

    make_formats.py FOLDER

Three narrow AlexNets of random weights (narrow_*.net beside this script are their texts): torch.save and torch.onnx.export
write PyTorch's, protobuf writes Caffe's (messages generated from core/formats/caffe.proto), onnx writes ONNX. Probabilities
are torch's, in float64 of the float32 weights; expected.safetensors holds them and the picture. Random numbers come from
torch.manual_seed(2012). Needs torch, numpy, onnx, protobuf and protoc (Debian's python3-torch, python3-onnx,
protobuf-compiler).
"""
import collections
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import zipfile

import numpy
import torch
from torch import nn
from torch.nn import functional

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE.parents[2]

# layer: (filters, channels, size, groups, stride, pad)
CAFFE = {"conv1": (6, 3, 11, 1, 4, 0), "conv2": (8, 6, 5, 2, 1, 2), "conv3": (10, 8, 3, 1, 1, 1),
         "conv4": (8, 10, 3, 2, 1, 1), "conv5": (8, 8, 3, 2, 1, 1)}
LINEARS = {"fc6": (14, 32), "fc7": (12, 14), "fc8": (5, 12)}
ALEXNET = ("conv1 relu1 norm1 pool1 conv2 relu2 norm2 pool2 conv3 relu3 conv4 relu4 conv5 relu5 pool5 "
           "fc6 relu6 fc7 relu7 fc8 prob").split()
CAFFENET = ("conv1 relu1 pool1 norm1 conv2 relu2 pool2 norm2 conv3 relu3 conv4 relu4 conv5 relu5 pool5 "
            "fc6 relu6 fc7 relu7 fc8 prob").split()


def draw_caffe():
    parameters = {}
    for name, (filters, channels, size, groups, _, _) in CAFFE.items():
        fan_in = channels // groups * size * size
        parameters[name] = (torch.randn(filters, channels // groups, size, size) * 1.6 / fan_in ** 0.5,
                            torch.randn(filters) * 0.1)
    for name, (outputs, inputs) in LINEARS.items():
        parameters[name] = (torch.randn(outputs, inputs) * 1.6 / inputs ** 0.5, torch.randn(outputs) * 0.1)
    parameters["fc8"] = (parameters["fc8"][0] * 0.012, parameters["fc8"][1])  # no probability close to 1
    return parameters


def probabilities(order, parameters, image):
    value = image.double()
    for name in order:
        if name in CAFFE:
            _, _, _, groups, stride, pad = CAFFE[name]
            weight, bias = (p.double() for p in parameters[name])
            value = functional.conv2d(value, weight, bias, stride=stride, padding=pad, groups=groups)
        elif name in LINEARS:
            value = functional.linear(value.flatten(1), *(p.double() for p in parameters[name]))
        elif name.startswith("relu"):
            value = value.relu()
        elif name.startswith("norm"):
            value = functional.local_response_norm(value, size=5, alpha=1e-4, beta=0.75, k=1.0)
        elif name.startswith("pool"):
            value = functional.max_pool2d(value, 3, 2, ceil_mode=True)
        else:
            value = value.softmax(1)
    return value


class Torchvision(nn.Module):
    """torchvision's AlexNet in kind and names of parameters, narrow."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 6, 11, stride=4, padding=2), nn.ReLU(), nn.MaxPool2d(3, 2),
            nn.Conv2d(6, 8, 5, padding=2), nn.ReLU(), nn.MaxPool2d(3, 2),
            nn.Conv2d(8, 10, 3, padding=1), nn.ReLU(), nn.Conv2d(10, 8, 3, padding=1), nn.ReLU(),
            nn.Conv2d(8, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(3, 2))
        self.classifier = nn.Sequential(nn.Dropout(), nn.Linear(8, 14), nn.ReLU(), nn.Dropout(), nn.Linear(14, 12), nn.ReLU(),
                                        nn.Linear(12, 5))
        for parameter in self.parameters():
            parameter.data.mul_(2)

    def forward(self, image):
        return self.classifier(torch.flatten(self.features(image), 1))


def write_torch(folder, network, image):
    state = network.state_dict()
    torch.save(state, folder / "torch.pth")
    torch.save(state, folder / "torch_legacy.pth", _use_new_zipfile_serialization=False)
    kinds = [torch.float16, torch.bfloat16, torch.float64, torch.float32]
    mixed = collections.OrderedDict(("module." + name, value.to(kinds[i % 4])) for i, (name, value) in enumerate(state.items()))
    torch.save({"epoch": 3, "best": 0.5, "state_dict": mixed}, folder / "torch_mixed.pth")
    result = {"prob.torch": network.double()(image.double()).softmax(1)}
    network.load_state_dict({name.removeprefix("module."): value.double() for name, value in mixed.items()})
    result["prob.torch_mixed"] = network(image.double()).softmax(1)
    network.load_state_dict(state)
    network.float()
    torch.onnx.export(network.eval(), image, folder / "torch_export.onnx", opset_version=11, input_names=["image"],
                      output_names=["scores"], dynamic_axes={"image": {0: "n"}, "scores": {0: "n"}})
    write_safetensors(folder / "torchvision.safetensors", {name: value for name, value in sorted(state.items())})
    return result


def caffe_messages(folder):
    subprocess.run(["protoc", "--proto_path", SOURCES / "core/formats", "--python_out", folder, "caffe.proto"], check=True)
    sys.path.insert(0, str(folder))
    import caffe_pb2
    return caffe_pb2


def write_caffe(folder, parameters, caffe):
    network = caffe.Network(name="AlexNet")
    for name in ["data", *ALEXNET]:
        layer = network.layers.add(name=name)
        kinds = {"conv": "Convolution", "fc": "InnerProduct", "relu": "ReLU", "norm": "LRN", "pool": "Pooling", "prob": "Softmax",
                 "data": "Data"}
        layer.kind = kinds[name.rstrip("0123456789")]
        if layer.kind == "LRN":
            layer.response.n, layer.response.alpha, layer.response.beta = 5, 1e-4, 0.75
        for values in parameters.get(name, ()):
            numbers = layer.numbers.add()
            numbers.shape.extent.extend(values.shape)
            numbers.values.extend(values.flatten().tolist())
    (folder / "caffe.caffemodel").write_bytes(network.SerializeToString())

    old = caffe.Network(name="CaffeNet")
    for name in CAFFENET:
        layer = old.old_layers.add(name=name)
        layer.kind = {"conv": 4, "fc": 14, "relu": 18, "norm": 15, "pool": 17, "prob": 20}[name.rstrip("0123456789")]
        if layer.kind == 15:
            layer.response.n, layer.response.alpha, layer.response.beta = 5, 1e-4, 0.75
        for values in parameters.get(name, ()):
            numbers = layer.numbers.add()
            numbers.n, numbers.c, numbers.h, numbers.w = [1] * (4 - values.dim()) + list(values.shape)
            numbers.values.extend(values.flatten().tolist())
    (folder / "caffenet_old.caffemodel").write_bytes(old.SerializeToString())


def write_onnx(folder, parameters):
    """BVLC's AlexNet with Caffe's rounding up as padding below and to the right; fc6 as Gemm, fc7 as MatMul and Add."""
    import onnx
    from onnx import helper, numpy_helper
    nodes, tensors, current = [], [], "data"
    for name in ALEXNET:
        kind, inputs, attributes = None, [current], {}
        for part, values in zip(("_w", "_b"), parameters.get(name, ())):
            array = values.numpy()
            if name == "fc7" and part == "_w":
                array = numpy.ascontiguousarray(array.T)
            tensors.append(numpy_helper.from_array(array, name + part))
            inputs.append(name + part)
        if name in CAFFE:
            _, _, size, groups, stride, pad = CAFFE[name]
            kind, attributes = "Conv", dict(kernel_shape=[size] * 2, strides=[stride] * 2, pads=[pad] * 4, group=groups)
        elif name.startswith("norm"):
            kind, attributes = "LRN", dict(size=5, alpha=1e-4, beta=0.75, bias=1.0)
        elif name.startswith("pool"):
            kind, attributes = "MaxPool", dict(kernel_shape=[3, 3], strides=[2, 2], pads=[0, 0, 1, 1])
        elif name == "fc7":
            nodes.append(helper.make_node("MatMul", inputs[:2], ["fc7_product"], name="fc7_product"))
            kind, inputs = "Add", ["fc7_product", "fc7_b"]
        elif name in LINEARS:
            if name == "fc6":
                nodes.append(helper.make_node("Flatten", [current], ["rows"], name="rows", axis=1))
                inputs[0] = "rows"
            kind, attributes = "Gemm", dict(transB=1)
        else:
            kind = "Softmax" if name == "prob" else "Relu"
        nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        current = name
    graph = helper.make_graph(
        nodes, "narrow", [helper.make_tensor_value_info("data", onnx.TensorProto.FLOAT, ["n", 3, 71, 71])],
        [helper.make_tensor_value_info("prob", onnx.TensorProto.FLOAT, ["n", 5])], tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 11)])
    onnx.checker.check_model(model)
    onnx.save(model, str(folder / "onnx.onnx"))


class Command:
    """What a hostile pickle looks like: an object that asks to be rebuilt by os.system."""

    def __reduce__(self):
        return os.system, ("echo this must never run",)


def write_hostile(folder):
    torch.save({"conv1.weight": Command()}, folder / "hostile_code.pth")
    with zipfile.ZipFile(folder / "hostile_bomb.pth", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.pkl", b"\x80\x02}." + bytes(8 << 20))


def write_safetensors(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        array = numpy.ascontiguousarray(tensor.detach().numpy())
        code = {"float32": "F32", "float64": "F64"}[str(array.dtype)]
        header[name] = {"dtype": code, "shape": list(array.shape), "data_offsets": [len(data), len(data) + array.nbytes]}
        data += array.tobytes()
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    torch.manual_seed(2012)
    image = torch.randn(1, 3, 71, 71).mul(50).round()
    expected = {"image": image}
    expected.update(write_torch(folder, Torchvision().eval(), image / 50))
    parameters = draw_caffe()
    expected["prob.caffe"] = probabilities(ALEXNET, parameters, image)
    expected["prob.caffenet"] = probabilities(CAFFENET, parameters, image)
    with tempfile.TemporaryDirectory() as messages:
        write_caffe(folder, parameters, caffe_messages(pathlib.Path(messages)))
    write_onnx(folder, parameters)
    write_hostile(folder)
    write_safetensors(folder / "expected.safetensors", expected)
    for name, value in expected.items():
        if name != "image":
            print(name, value.detach().numpy().round(4))


main()
