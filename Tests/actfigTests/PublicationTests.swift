import Foundation
import Testing

/// A published repository needs licences, one file that states its publisher, and pinned workflows.
@Suite
struct PublicationTests {
  private func listing(_ arguments: String) throws -> [String] {
    let run = try Tool().shell("cd '\(GuidePage.package.path)' && git ls-files \(arguments)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test("The notices contain the licence of everything that is linked in.")
  func notices() throws {
    #expect(try GuidePage("LICENSE").text.contains("Apache License"))
    let text = try GuidePage("THIRD-PARTY-NOTICES").text
    let phrases = [
      // A clause of each licence that has to be passed on.
      ("Swift", "Runtime Library Exception to the Apache 2.0 License"), ("LLVM", "LLVM Exceptions to the Apache 2.0"),
      ("libpng", "The PNG Reference Library Authors"), ("zlib", "Jean-loup Gailly and Mark Adler"),
      ("FreeType", "FreeType Project LICENSE"), ("FreeType", "Portions of this software are copyright"),
      ("Brotli", "the Brotli Authors"), ("DejaVu", "Bitstream Vera"), ("Unicode", "UNICODE, INC. LICENSE AGREEMENT"),
      ("GNU C Library", "GNU LESSER GENERAL PUBLIC LICENSE"), ("libstdc++", "GCC RUNTIME LIBRARY EXCEPTION"),
      ("libstdc++", "GNU GENERAL PUBLIC LICENSE"), ("libstdc++", "Silicon Graphics Computer Systems"),
    ]
    for (component, phrase) in phrases { #expect(text.contains(phrase), "\(component): \(phrase)") }
    // Each library that is linked by its name is among them.
    let names = try Tool().shell("pkg-config --static --libs-only-l libpng zlib freetype2").output
    for name in Set(names.matches(of: /-l([a-z]+)/).map { String($0.1) }).subtracting(["m"]) {
      let component = ["z": "zlib", "png": "libpng", "brotlidec": "brotli", "brotlicommon": "brotli"][name] ?? name
      #expect(text.lowercased().contains("upstream-name: \(component)"), "\(name)")
    }
  }

  @Test("One file states where the project is published, and every page, script and workflow agrees.")
  func publisher() throws {
    let place = try GuidePage(".ci/publisher").text
    let repository = try #require(place.matches(of: /\nrepository=(.+)\n/).first.map { String($0.1) })
    let image = try #require(place.matches(of: /\nimage=(.+)\n/).first.map { String($0.1) })
    var count = 0
    for path in try listing("-- '*.md' '*.yml' '*.yaml' '*.toml' scripts .ci Dockerfile") {
      let text = try GuidePage(path).text
      let named =
        text.matches(of: /github\.com\/([A-Za-z0-9_.-]+\/ActivationFigures)/).map { String($0.1) }
        + text.matches(of: /uses: ([A-Za-z0-9_.-]+\/ActivationFigures)@/).map { String($0.1) }
      for name in named { #expect(name == repository, "\(path)") }
      let images = text.matches(of: /(?:name|image): "?([a-z0-9.-]+\.[a-z]+\/[a-z\/]*actfig)\b/).map { String($0.1) }
      for name in images { #expect(name == image, "\(path)") }
      count += named.count + images.count
    }
    #expect(count > 8)
  }

  @Test("One command moves the project to another publisher.")
  func move() throws {
    let tool = try Tool()
    let pages = [
      "README.md": "https://github.com/OWNER/ActivationFigures/releases and OWNER/ActivationFigures@v1\n",
      "docs/a.md": "image: registry.example.org/actfig\nOWNER alone, and xregistryxexample.org/actfig\n",
      "LICENSE": "OWNER/ActivationFigures\n",
    ]
    for (path, text) in pages { try tool.place(path, script: text) }
    try tool.place("scripts/publisher", linkedTo: GuidePage.package.appending(path: "scripts/publisher"))
    try tool.place(".ci/publisher", script: "repository=OWNER/ActivationFigures\nimage=registry.example.org/actfig")
    #expect(try tool.shell("git init --quiet && git add .").exitCode == 0)
    for wrong in ["x", "a/b c", "a/b|e", "$(id)/x"] {
      #expect(try tool.shell("scripts/publisher '\(wrong)'").exitCode == 2)
    }
    let run = try tool.shell("scripts/publisher someone/ActivationFigures ghcr.io/someone/actfig")
    #expect(run.exitCode == 0 && run.output.contains("image=ghcr.io/someone/actfig"), "\(run.words)")
    let readme = try #require(tool.text(of: "README.md"))
    #expect(readme.contains("github.com/someone/ActivationFigures/releases and someone/ActivationFigures@v1"))
    #expect(tool.text(of: "docs/a.md")?.contains("image: ghcr.io/someone/actfig\nOWNER alone, and xregistryx") == true)
    #expect(tool.text(of: "LICENSE")?.contains("OWNER/ActivationFigures") == true)
    // The way back uses the new publisher.
    #expect(try tool.shell("scripts/publisher OWNER/ActivationFigures registry.example.org/actfig").exitCode == 0)
    #expect(tool.text(of: "README.md") == readme.replacing("someone/", with: "OWNER/"))
  }

  @Test("Each action of the workflows is pinned to a commit, with its tag in a comment.")
  func actions() throws {
    for path in try listing("-- .github/workflows action.yml") {
      for line in try GuidePage(path).text.split(separator: "\n")
      where line.contains("uses: ") && !line.hasSuffix(": ./") {
        #expect(line.contains(/uses: [a-z0-9-]+\/[a-z0-9-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/), "\(path): \(line)")
      }
    }
  }

  @Test("A release is refused while an action or an image is not pinned, and scripts/pin pins them.")
  func pins() throws {
    let tool = try Tool()
    let (commit, digest) = (String(repeating: "ab", count: 20), "sha256:" + String(repeating: "cd", count: 32))
    try tool.place("scripts/pin", linkedTo: GuidePage.package.appending(path: "scripts/pin"))
    try tool.place("action.yml", script: "    - uses: actions/cache@v5\n    - uses: ./")
    try tool.place(
      ".github/workflows/a.yml",
      script: """
          image: swift:6.3-bookworm
            - uses: actions/checkout@v7 # v7.0.1
              uses: a/b/c@\(commit) # v1
        """)
    try tool.place("Dockerfile", script: "FROM swift:6.3-bookworm AS build\nFROM scratch")
    let refused = try tool.shell("scripts/pin --check")
    #expect(refused.exitCode == 1 && refused.words.split(separator: "\n").count == 5, "\(refused.words)")

    // A stand-in for the network with one commit for every tag but one, and one digest.
    try tool.place(
      "bin/git",
      script: """
        [ "$1" = ls-remote ] || exit 9
        case $2$3 in *unknown*) exit 0 ;; esac
        printf '%040d\\t%s\\n%s\\t%s\\n' 7 "$3" \(commit) "$3^{}"
        """)
    try tool.place(
      "bin/curl",
      script: """
        case $* in
        *auth.docker.io*) echo '{"token":"t","expires_in":300}' ;;
        *"Bearer t"*/v2/library/swift/manifests/6.3-bookworm) printf 'HTTP/1.1 200\\r\\nDocker-Content-Digest: \(digest)\\r\\n' ;;
        *) exit 22 ;;
        esac
        """)
    let run = try tool.shell("scripts/pin && scripts/pin --check")
    #expect(run.exitCode == 0, "\(run.words)")
    let workflow = try #require(tool.text(of: ".github/workflows/a.yml"))
    #expect(workflow.contains("image: swift:6.3-bookworm@\(digest)\n"))
    #expect(workflow.contains("uses: actions/checkout@\(commit) # v7.0.1\n"))
    #expect(tool.text(of: "action.yml")?.contains("uses: actions/cache@\(commit) # v5\n") == true)
    #expect(tool.text(of: "Dockerfile")?.contains("FROM swift:6.3-bookworm@\(digest) AS build\nFROM scratch\n") == true)

    // One tag was moved and another one does not exist.
    try tool.write(workflow.replacing(commit, with: String(repeating: "0", count: 40)), to: ".github/workflows/a.yml")
    let moved = try tool.shell("scripts/pin")
    #expect(moved.exitCode == 1 && moved.words.contains("and its tag v7.0.1 is \(commit) by now"), "\(moved.words)")
    try tool.place("action.yml", script: "    - uses: actions/unknown@v1")
    let unknown = try tool.shell("scripts/pin")
    #expect(unknown.exitCode == 1 && unknown.words.contains("actions/unknown cannot be looked up"), "\(unknown.words)")
  }

  @Test("The release first refuses what is not pinned and publishes last, each job with its own permissions.")
  func release() throws {
    let workflow = try GuidePage(".github/workflows/release.yml").text
    let jobs = try #require(workflow.components(separatedBy: "\njobs:\n").last).components(separatedBy: "\n\n  ")
    let names = jobs.compactMap { $0.firstMatch(of: /^ *([a-z]+):/).map { String($0.1) } }
    #expect(names == ["plan", "build", "try", "table", "attest", "wheel", "image", "release"])
    #expect(jobs[0].contains("run: scripts/pin --check"))
    #expect(workflow.contains("\npermissions: {}\n"))
    for (name, job) in zip(names, jobs) {
      #expect(job.contains("    permissions:\n") && job.contains("timeout-minutes: "), "\(name)")
      #expect(job.contains("attestations: write") == (name == "attest"))
      #expect(job.contains("packages: write") == (name == "image"))
      #expect(job.contains("contents: write") == ["table", "release"].contains(name))
      // A dry run ends before these steps.
      #expect(
        job.contains("if: needs.plan.outputs.publish == 'true'")
          == ["attest", "wheel", "image", "release"].contains(name))
    }
    for script in workflow.matches(of: /(?m)(?:^|[ \/])(scripts\/[a-z-]+)/).map({ String($0.1) })
    where script != "scripts/package" {
      #expect(FileManager.default.isExecutableFile(atPath: GuidePage.package.appending(path: script).path), "\(script)")
    }
  }
}
