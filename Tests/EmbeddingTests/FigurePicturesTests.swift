import ActivationFigures
import Configuration
import Testing

@testable import Embedding
@testable import Pipeline

@Suite
struct FigurePicturesTests {
  private func pictures(_ files: FigureGallery.File...) -> FigurePictures {
    FigurePictures(of: GalleryFixture.figure("f", files))
  }

  @Test("The files of a figure are sorted by tone, width and scale.")
  func complete() {
    let found = FigurePictures(of: GalleryFixture.completeFigure("f", title: "", text: "", scales: [2, 1]))
    #expect(found.plain.wide.files.map(\.fileName) == ["f.png", "f@2.0x.png"])
    #expect(found.plain.narrow?.files.map(\.fileName) == ["f-column.png", "f-column@2.0x.png"])
    #expect(found.dark?.wide.files.map(\.fileName) == ["f-dark.png", "f-dark@2.0x.png"])
    #expect(found.dark?.narrow?.file.fileName == "f-dark-column.png")
    #expect(found.tones.map(\.tone) == [.light, .dark])
  }

  @Test("Of three themes the first light one and the dark one are taken.")
  func threeThemes() {
    let found = pictures(
      GalleryFixture.file("m.png", .matplotlib), GalleryFixture.file("l.png", .light),
      GalleryFixture.file("d.png", .dark))
    #expect(found.plain.wide.file.fileName == "m.png" && found.dark?.wide.file.fileName == "d.png")
  }

  @Test("The colours of a picture decide on its tone, whatever its style is called.")
  func tones() {
    let found = pictures(
      GalleryFixture.file("night.png", .light, tone: .dark), GalleryFixture.file("day.png", .dark, tone: .light))
    #expect(found.plain.wide.file.fileName == "day.png" && found.dark?.wide.file.fileName == "night.png")
  }

  @Test("A figure of one tone has no other, be it dark or light.")
  func oneTone() {
    let found = pictures(GalleryFixture.file("d.png", .dark))
    #expect(found.plain.wide.file.fileName == "d.png" && found.dark == nil && found.tones.map(\.tone) == [nil])
  }

  @Test("A column alone is shown at every width, and a column that is not narrower is not shown beside another.")
  func columns() {
    let alone = pictures(GalleryFixture.file("c.png", .light, .column))
    #expect(alone.plain.wide.file.fileName == "c.png" && alone.plain.narrow == nil)
    let wide = pictures(
      GalleryFixture.file("c.png", .light, .column, scale: 1), GalleryFixture.file("g.png", .light, .grid, scale: 1))
    #expect(wide.plain.wide.file.fileName == "g.png" && wide.plain.narrow?.file.fileName == "c.png")
    let equal = FigureGallery.File(
      fileName: "c.png", theme: .light, tone: .light, arrangement: .column, scale: 1, width: 1500, height: 500,
      shortAlternativeText: "", alternativeText: "")
    #expect(pictures(GalleryFixture.file("r.png"), equal).plain.narrow == nil)
  }

  @Test("A picture in other scales than 1 is shown at its own size, from the smallest scale.")
  func scales() {
    let found = pictures(GalleryFixture.file("f@3x.png", scale: 3), GalleryFixture.file("f@1.5x.png", scale: 1.5)).plain
      .wide
    #expect(found.file.fileName == "f@1.5x.png" && found.width == 1500 && found.height == 500)
    #expect(found.candidates(FigureAddresses(base: "")) == "f@1.5x.png 1.5x, f@3x.png 3x")
    #expect(found.hasCandidates && !pictures(GalleryFixture.file("f.png")).plain.wide.hasCandidates)
  }

  @Test("The browser is asked for the dark and narrow picture first, then for the dark one, then for the narrow one.")
  func order() {
    let found = FigurePictures(of: GalleryFixture.completeFigure("f", title: "", text: ""))
    let element = PictureElement(found.plain, dark: found.dark, narrowWidth: 480)
    #expect(
      element.sources.map(\.media) == [
        "(prefers-color-scheme: dark) and (max-width: 480px)", "(prefers-color-scheme: dark)", "(max-width: 480px)",
      ])
    #expect(
      element.sources.map(\.picture.file.fileName) == ["f-dark-column.png", "f-dark.png", "f-column.png"])
    #expect(element.picture.file.fileName == "f.png")
  }
}
