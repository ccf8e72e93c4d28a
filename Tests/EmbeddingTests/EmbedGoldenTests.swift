import Goldens
import Testing

@testable import Embedding

@Suite
struct EmbedGoldenTests {
  @Test(
    "Each form is the recorded one.",
    arguments: EmbedForm.allCases.filter { $0 != .page })
  func forms(form: EmbedForm) throws {
    let text = GalleryFixture.text(of: form.output(for: GalleryFixture.request))
    try Golden("embed-\(form.rawValue).txt").expect(text)
  }

  @Test(
    "Each form with long texts is the recorded one.",
    arguments: EmbedForm.allCases.filter { ![.page, .json, .hugo, .jekyll].contains($0) })
  func descriptions(form: EmbedForm) throws {
    var request = GalleryFixture.request
    (request.showsDescriptions, request.darkSelector) = (true, ".night")
    try Golden("embed-\(form.rawValue)-descriptions.txt").expect(form.output(for: request).text)
  }

  @Test("No form begins a command to a runner of continuous integration.", arguments: EmbedForm.allCases)
  func commands(form: EmbedForm) {
    var request = GalleryFixture.request
    request.showsDescriptions = true
    let lines = GalleryFixture.text(of: form.output(for: request)).split(separator: "\n")
    // The JSON of data files is written into files and printed as a literal alone.
    guard ![.json, .hugo, .jekyll].contains(form) else { return }
    for line in lines {
      #expect(!line.contains("##["), "\(line)")
      // The fences of Quarto have no name after their colons.
      #expect(line.firstMatch(of: #/^ *::+ *[a-z]/#) == nil, "\(line)")
    }
  }
}
