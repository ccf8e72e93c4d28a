// swift-tools-version: 6.1

import PackageDescription

// Each target may import the modules that are listed here, and no others. A layer depends only on the layers below it.

let package = Package(
  name: "ActivationFigures",
  products: [
    // MARK: - Public API
    .library(
      name: "PlottingKit",
      targets: ["PlottingKit", "Plotting", "Scales", "Raster", "PNG", "Pixels", "Typography", "Drawing", "Geometry"]),
    .library(
      name: "ActivationFigures",
      targets: [
        "ActivationFigures", "Statistics", "Activations", "Sampling", "Expressions", "Tables", "Depth", "Certificates",
      ]),
    .library(
      name: "Pipeline",
      targets: ["Pipeline", "Descriptions", "Embedding", "Reports", "Configuration", "Plans", "JSON", "System"]),
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
        "Plans", "Statistics", "Embedding", "Reports", "Pipeline", "Configuration", "Activations", "Sampling", "JSON",
        "System", "Text",
        "CStartup",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // MARK: - Layer 4: runs
    .target(
      name: "Embedding",
      dependencies: [
        "Plans", "Pipeline", "Configuration", "JSON", "System", "Text", "ActivationFigures", "Activations", "Numerals",
      ],
      resources: [.embedInCode("Page/Resources/page.css"), .embedInCode("Page/Resources/page.js")]),
    .target(
      name: "Reports",
      dependencies: [
        "Plans", "Statistics", "Pipeline", "Descriptions", "Configuration", "JSON", "System", "Text", "Expressions",
        "Activations", "Certificates", "Depth",
        "ActivationFigures", "Plotting", "PNG", "Geometry", "Numerals", "Tables",
      ],
      resources: [.embedInCode("Resources/report.css"), .embedInCode("Resources/report.js")]),
    .target(
      name: "Pipeline",
      dependencies: [
        "Plans", "Statistics", "Descriptions", "Configuration", "JSON", "System", "Text", "ActivationFigures",
        "Expressions", "Activations", "Depth",
        "Sampling",
        "Plotting", "Typography", "Raster", "PNG", "Drawing", "Geometry", "Numerals", "Pixels",
      ]),
    .target(
      name: "Descriptions",
      dependencies: [
        "Plans", "Scales", "Statistics", "Configuration", "JSON", "Text", "ActivationFigures", "Certificates",
        "Activations",
        "Typography", "Plotting", "PortableMath",
        "Numerals", "Depth",
      ]),
    .target(
      name: "Plans",
      dependencies: [
        "Depth", "Statistics", "JSON", "Text", "ActivationFigures", "Tables", "Expressions", "Activations", "Plotting",
        "Typography", "PNG",
        "Drawing", "Numerals",
      ]),
    .target(
      name: "Configuration",
      dependencies: [
        "Plans", "Depth", "Statistics", "JSON", "Text", "ActivationFigures", "Tables", "Expressions", "Activations",
        "Plotting",
        "Typography", "PNG",
        "Drawing", "Numerals",
      ]),

    // MARK: - Layer 3: figures
    .target(
      name: "ActivationFigures",
      dependencies: [
        "Depth", "Certificates", "Scales", "Statistics", "Activations", "Plotting", "PortableMath", "Numerals",
      ]),
    .target(
      name: "PlottingKit",
      dependencies: ["Plotting", "Scales", "Typography", "Raster", "PNG", "Pixels", "Drawing", "System", "Text"]),

    // MARK: - Layer 2: graphics and formulas
    .target(
      name: "Plotting", dependencies: ["Scales", "Typography", "Drawing", "Geometry", "Numerals", "PortableMath"]),
    .target(name: "Scales", dependencies: ["Geometry", "Numerals", "PortableMath"]),
    .target(name: "Raster", dependencies: ["Drawing", "Geometry", "Pixels", "CRaster"]),
    .target(name: "Expressions", dependencies: ["Activations", "PortableMath", "Text"]),
    .target(name: "Depth", dependencies: ["Activations", "Sampling", "PortableMath"]),
    .target(
      name: "Certificates", dependencies: ["Expressions", "Activations", "PortableMath"],
      resources: [.embedInCode("Stored/catalogue-facts.txt")]),
    .target(name: "Tables", dependencies: ["Activations", "PortableMath", "Numerals", "Text"]),

    // MARK: - Layer 1: functions, fonts, drawings and PNG files
    .target(name: "Typography", dependencies: ["System", "Geometry", "Text", "CFreeType", "CHarfBuzz", "CDejaVu"]),
    .target(name: "Drawing", dependencies: ["Geometry", "PortableMath"]),
    .target(name: "PNG", dependencies: ["CPNG", "CDeflate", "Pixels"]),
    .target(name: "Statistics", dependencies: ["Activations", "Sampling", "PortableMath"]),
    .target(name: "Activations", dependencies: ["Sampling", "PortableMath"]),
    .target(name: "Sampling", dependencies: ["PortableMath"]),
    .target(name: "JSON", dependencies: ["Text", "Numerals"]),
    .target(name: "System", dependencies: ["Text", "CGlibc"]),

    // MARK: - Layer 0: geometry, pixels, mathematics and text
    .target(name: "Geometry"),
    .target(name: "Pixels", dependencies: ["CPixels"]),
    .target(name: "PortableMath", dependencies: ["CLanes"]),
    .target(name: "Numerals"),
    .target(name: "Text"),

    // MARK: - C libraries
    .target(name: "CLanes"),
    .target(name: "CPixels"),
    .target(name: "CRaster"),
    .target(name: "CDeflate"),
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
    .target(name: "TemporaryDirectories", path: "Tests/TemporaryDirectories"),
    .target(name: "Goldens", dependencies: ["PNG", "Pixels"], path: "Tests/Goldens"),
    .testTarget(name: "GoldensTests", dependencies: ["Goldens", "PNG", "Pixels", "TemporaryDirectories"]),
    .testTarget(name: "GeometryTests", dependencies: ["Geometry", "SeededNumbers"]),
    .testTarget(
      name: "PortableMathTests", dependencies: ["PortableMath", "CLanes", "SeededNumbers"], resources: [.copy("Data")]),
    .testTarget(name: "NumeralsTests", dependencies: ["Numerals", "SeededNumbers"], resources: [.copy("Data")]),
    .testTarget(
      name: "ActivationsTests",
      dependencies: ["Statistics", "Activations", "Sampling", "Expressions", "PortableMath", "SeededNumbers"],
      resources: [.copy("Data")]),
    .testTarget(
      name: "ExpressionsTests",
      dependencies: ["Expressions", "Statistics", "Activations", "Sampling", "PortableMath", "SeededNumbers"],
      resources: [.copy("Data")]),
    .testTarget(name: "PixelsTests", dependencies: ["Pixels", "SeededNumbers"]),
    .testTarget(name: "PNGTests", dependencies: ["PNG", "Pixels", "CDeflate", "CZlib", "SeededNumbers"]),
    .testTarget(
      name: "RasterTests", dependencies: ["Raster", "Pixels", "Drawing", "Geometry", "Goldens", "SeededNumbers"],
      exclude: ["Golden"]),
    .testTarget(
      name: "TypographyTests", dependencies: ["Typography", "Geometry"],
      resources: [.copy("Data"), .copy("ShapedFonts")]),
    .testTarget(
      name: "PlottingTests",
      dependencies: [
        "Scales", "Plotting", "Typography", "Raster", "PNG", "Pixels", "Drawing", "Geometry", "PortableMath",
        "SeededNumbers",
      ],
      resources: [.copy("Data")]
    ),
    .testTarget(name: "PlottingKitTests", dependencies: ["PlottingKit", "Goldens"], exclude: ["Golden"]),
    .testTarget(
      name: "ActivationFiguresTests",
      dependencies: [
        "Depth", "Statistics", "ActivationFigures", "Expressions", "Activations", "Sampling", "Plotting", "Typography",
        "Raster", "PNG",
        "Pixels",
        "Drawing", "Geometry", "PlottingKit", "Goldens", "TemporaryDirectories",
      ], exclude: ["Golden"]),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Plans", "Statistics", "Reports", "Pipeline", "Descriptions", "Configuration", "JSON", "System", "Text",
        "Expressions", "Activations",
        "Sampling", "Tables",
        "ActivationFigures", "Plotting", "Typography", "PNG", "Geometry", "Goldens", "Numerals", "Pixels",
        "SeededNumbers", "TemporaryDirectories",
      ],
      resources: [.copy("Data")]),
    .testTarget(
      name: "EmbeddingTests",
      dependencies: [
        "Plans", "Embedding", "Pipeline", "Configuration", "JSON", "System", "ActivationFigures", "Goldens",
        "SeededNumbers",
        "TemporaryDirectories",
      ], exclude: ["Golden"]),
    .testTarget(
      name: "TablesTests",
      dependencies: ["Statistics", "Tables", "Activations", "Sampling", "PortableMath", "SeededNumbers"]),
    .testTarget(
      name: "CertificatesTests",
      dependencies: ["Certificates", "Expressions", "Activations", "PortableMath", "SeededNumbers"]),
    .testTarget(
      name: "DepthTests",
      dependencies: [
        "Depth", "Certificates", "Activations", "Expressions", "Tables", "Sampling", "PortableMath", "CLanes",
      ],
      resources: [.copy("Data")]),
    .testTarget(
      name: "DescriptionsTests",
      dependencies: [
        "Plans", "Descriptions", "Reports", "Pipeline", "Configuration", "JSON", "ActivationFigures", "Depth",
        "Certificates", "Activations", "Expressions", "PortableMath", "SeededNumbers",
      ]),
    .testTarget(name: "actfigTests", dependencies: ["actfig", "Goldens", "TemporaryDirectories"], exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6]
)
