// swift-tools-version: 6.1

import PackageDescription

// Each target may import the modules that are listed here, and no others. A layer depends only on the layers below it.

let package = Package(
  name: "ActivationFigures",
  products: [
    // MARK: - Public API
    .library(name: "Plotting", targets: ["Plotting", "Raster", "PNG", "Typography", "Drawing", "Geometry"]),
    .library(name: "ActivationFigures", targets: ["ActivationFigures", "Activations"]),
    .library(name: "Pipeline", targets: ["Pipeline"]),
    .executable(name: "actfig", targets: ["actfig"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // MARK: - Layer 5: command line
    .executableTarget(
      name: "actfig",
      dependencies: [
        "Pipeline", "Spelling", "CGlibc", "CStartup",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // MARK: - Layer 4: runs
    .target(
      name: "Pipeline",
      dependencies: [
        "ActivationFigures", "Activations", "Plotting", "Typography", "Raster", "PNG", "Drawing", "Geometry",
        "Numerals", "Spelling", "CGlibc",
      ]),

    // MARK: - Layer 3: figures of activation functions
    .target(name: "ActivationFigures", dependencies: ["Activations", "Plotting", "PortableMath", "Numerals"]),

    // MARK: - Layer 2: graphics
    .target(name: "Plotting", dependencies: ["Typography", "Drawing", "Geometry", "Numerals"]),
    .target(name: "Raster", dependencies: ["Drawing", "Geometry"]),

    // MARK: - Layer 1: functions, fonts, drawings and PNG files
    .target(name: "Typography", dependencies: ["Geometry", "CFreeType", "CHarfBuzz", "CDejaVu"]),
    .target(name: "Drawing", dependencies: ["Geometry"]),
    .target(name: "PNG", dependencies: ["CPNG"]),
    .target(name: "Activations", dependencies: ["PortableMath", "Spelling"]),

    // MARK: - Layer 0: geometry, mathematics and text
    .target(name: "Geometry"),
    .target(name: "PortableMath", dependencies: ["CLanes"]),
    .target(name: "Numerals"),
    .target(name: "Spelling"),

    // MARK: - C libraries
    .target(name: "CLanes"),
    .target(name: "CDejaVu"),
    .target(name: "CHarfBuzz"),
    .target(name: "CStartup"),
    .systemLibrary(name: "CGlibc"),
    .target(name: "CPNG", dependencies: ["CLibPNG", "CZlib"]),
    .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(name: "CLibPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // MARK: - Unit test bundles
    .target(name: "SeededNumbers", path: "Tests/SeededNumbers"),
    .testTarget(name: "GeometryTests", dependencies: ["Geometry", "SeededNumbers"]),
    .testTarget(
      name: "PortableMathTests", dependencies: ["PortableMath", "CLanes", "SeededNumbers"], resources: [.copy("Data")]),
    .testTarget(name: "NumeralsTests", dependencies: ["Numerals", "SeededNumbers"], resources: [.copy("Data")]),
    .testTarget(
      name: "ActivationsTests", dependencies: ["Activations", "PortableMath", "SeededNumbers"],
      resources: [.copy("Data")]),
    .testTarget(name: "PNGTests", dependencies: ["PNG", "SeededNumbers"]),
    .testTarget(
      name: "RasterTests", dependencies: ["Raster", "Drawing", "Geometry", "SeededNumbers"], exclude: ["Golden"]),
    .testTarget(
      name: "TypographyTests", dependencies: ["Typography", "Geometry"],
      resources: [.copy("Data"), .copy("ShapedFonts")]),
    .testTarget(
      name: "PlottingTests",
      dependencies: ["Plotting", "Typography", "Raster", "PNG", "Drawing", "Geometry", "SeededNumbers"],
      resources: [.copy("Data")]
    ),
    .testTarget(
      name: "ActivationFiguresTests",
      dependencies: [
        "ActivationFigures", "Activations", "Plotting", "Typography", "Raster", "PNG", "Drawing", "Geometry",
      ], exclude: ["Golden"]),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Activations", "Plotting", "Typography", "PNG", "Geometry", "Numerals", "Spelling", "SeededNumbers",
      ],
      resources: [.copy("Data")]),
    .testTarget(name: "actfigTests", dependencies: ["actfig"], exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
