import Foundation
import Pipeline
import TemporaryDirectories
import Testing

@testable import Embedding

@Suite
struct FigureAddressesTests {
  private let temporary: TemporaryDirectory
  private let output: OutputDirectory

  init() throws {
    temporary = try TemporaryDirectory()
    output = OutputDirectory(temporary.path + "/site/my figures")
    for path in ["site/my figures", "site/posts"] {
      try FileManager.default.createDirectory(atPath: temporary.path + "/" + path, withIntermediateDirectories: true)
    }
    try Data().write(to: temporary.url.appending(path: "site/posts/page"))
  }

  private func address(from place: String) throws -> String {
    try FigureAddresses(of: output, seenFrom: temporary.path + "/" + place).address(ofFile: "a.png")
  }

  @Test("Addresses are relative to the folder of the page, which may not be there yet.")
  func relative() throws {
    #expect(try address(from: "site/posts/new.md") == "../my%20figures/a.png")
    #expect(try address(from: "site/posts/page") == "../my%20figures/a.png")
    #expect(try address(from: "site/posts") == "../my%20figures/a.png")
    #expect(try address(from: "site/posts/") == "../my%20figures/a.png")
    #expect(try address(from: "site/new/folder/") == "../../my%20figures/a.png")
    #expect(try address(from: "site/index.html") == "my%20figures/a.png")
    #expect(try address(from: "site/my figures/index.html") == "a.png")
    #expect(try address(from: "site/posts/..") == "my%20figures/a.png")
    #expect(try address(from: "index.html") == "site/my%20figures/a.png")
  }

  @Test("A path through a file is a fault, in one sentence.")
  func faults() throws {
    let error = #expect(throws: AddressError.self) { try address(from: "site/posts/page/folder/") }
    #expect("\(try #require(error))".hasPrefix("Cannot find "))
  }

  @Test("A base is taken as it is, with a slash at its end.")
  func bases() {
    #expect(FigureAddresses(base: "https://a.example/b").address(ofFile: "c#d.png") == "https://a.example/b/c%23d.png")
    #expect(FigureAddresses(base: "/b/").address(ofFile: "c.png") == "/b/c.png")
    #expect(FigureAddresses(base: "").address(ofFile: "c.png") == "c.png")
  }

  @Test("Only addresses that begin with a way out lead outside.")
  func outside() throws {
    func leadsOutside(from place: String) throws -> Bool {
      try FigureAddresses(of: output, seenFrom: temporary.path + "/" + place).leadOutside
    }
    #expect(try leadsOutside(from: "site/posts/"))
    #expect(try !leadsOutside(from: "site/"))
    #expect(!FigureAddresses(base: "..x").leadOutside)
  }

  @Test("Each form sees the figures from where its host serves the page.")
  func places() {
    #expect(EmbedForm.html.place(of: "a/b.html") == "a/b.html")
    #expect(EmbedForm.hugo.place(of: "site") == "site/static/")
    #expect(EmbedForm.jekyll.place(of: "site") == "site/")
    #expect(EmbedForm.mkdocs.place(of: "docs/post.md") == "docs/post/")
    #expect(EmbedForm.mkdocs.place(of: "docs/index.md") == "docs")
    #expect(EmbedForm.mkdocs.place(of: "docs/README.md") == "docs")
    #expect(EmbedForm.mkdocs.place(of: "docs/a.b/") == "docs/a.b/")
  }
}
