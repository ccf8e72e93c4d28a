// swift-tools-version: 6.1

import PackageDescription

// A package of its own, so that who uses ActivationFigures never builds it.

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
    // What any Swift program costs before it does anything.
    .executableTarget(name: "Bare"),
    // libpng as everybody uses it.
    .target(name: "CRowWriter", dependencies: ["CSystemPNG", "CSystemZlib"]),
    .systemLibrary(name: "CSystemPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CSystemZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  ],
  swiftLanguageModes: [.v6]
)
