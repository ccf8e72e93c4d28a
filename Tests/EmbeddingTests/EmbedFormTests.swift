import Embedding
import Testing

@Suite
struct EmbedFormTests {
  @Test("Each form has the name that the command line takes.")
  func names() {
    #expect(EmbedForm(rawValue: "html-toggle") == .htmlToggle)
    #expect(EmbedForm.allCases.count == 11)
  }
}
