// swift-tools-version: 6.1

import PackageDescription

// A package of its own, so that who uses ActivationFigures never builds it.

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "ActivationFigures", path: "..")],
  targets: [
    .executableTarget(
      name: "Benchmark", dependencies: [.product(name: "ActivationFigures", package: "ActivationFigures")])
  ],
  swiftLanguageModes: [.v6]
)
