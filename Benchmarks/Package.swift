// swift-tools-version: 6.1

import PackageDescription

// This is a package of its own, so that users of ActivationFigures do not build it.

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "ActivationFigures", path: "..")],
  targets: [
    .executableTarget(
      name: "Benchmark",
      dependencies: [
        "CRowWriter", .product(name: "ActivationFigures", package: "ActivationFigures"),
        .product(name: "PlottingKit", package: "ActivationFigures"),
        .product(name: "Pipeline", package: "ActivationFigures"),
      ]),
    // A program that does nothing, to measure the start-up of any Swift program.
    .executableTarget(name: "Bare"),
    // The usual way to write a PNG with libpng.
    .target(name: "CRowWriter", dependencies: ["CSystemPNG", "CSystemZlib"]),
    .systemLibrary(name: "CSystemPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CSystemZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  ],
  swiftLanguageModes: [.v6]
)
