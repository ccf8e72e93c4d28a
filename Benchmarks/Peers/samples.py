"""The statistics of samples by PyTorch and NumPy: samples.py COUNT

The steps of a notebook that draws the eleven figures, without the drawing: normal samples, each function, mean and standard
deviation, and the histograms of inputs and outputs. The samples are drawn once for all functions.
Prints the seconds that this took, without the import of the libraries.
"""

import sys
import time

import numpy as np
import torch
from torch.nn import functional as F

FUNCTIONS = {
    "Sigmoid": torch.sigmoid,
    "Tanh": torch.tanh,
    "Hard Tanh": F.hardtanh,
    "ReLU": F.relu,
    "Leaky ReLU": F.leaky_relu,
    "ELU": F.elu,
    "SELU": F.selu,
    "CELU": F.celu,
    "Softplus": F.softplus,
    "Swish": F.silu,
    "Mish": F.mish,
}


def describe(values):
    """Mean, standard deviation, and the counts of a hundred bins."""
    return values.mean().item(), values.std().item(), np.histogram(values.numpy(), bins=100)


start = time.perf_counter()
torch.manual_seed(0)
samples = torch.randn(int(sys.argv[1]))
for function in FUNCTIONS.values():
    described = [describe(samples), describe(function(samples))]
    assert all(counts.sum() == len(samples) for _, _, (counts, _) in described)
print(time.perf_counter() - start)
