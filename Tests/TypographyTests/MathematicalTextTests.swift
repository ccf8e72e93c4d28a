import Testing
import Typography

@Suite struct MathematicalTextTests {
  @Test(
    "Letters, signs, superscripts and subscripts are read.",
    arguments: [
      ("plain", "plain"), (#"costs 5 \$"#, "costs 5 $"), (#"$\alpha$ = 0.01"#, "α = 0.01"), ("$x_1$", "x₁"),
      ("$10^{-3}$", "10⁻³"), (#"$\sigma_w^2$"#, "σ_w²"), (#"$\sigma^2_w$"#, "σ²_w"), ("a $x$ b $y$ c", "a x b y c"),
      ("$f(x)=-x+1$", "f(x) = −x + 1"), (#"$x\leq-1$"#, "x ≤ −1"), (#"$x \to \infty$"#, "x → ∞"),
      (#"$\partial f'$"#, "∂f′"), (#"$f^\prime_n$"#, "f′_n"), (#"$a\,b~c$"#, "a b c"), (#"$\{a\}$"#, "{a}"),
      (#"$\tanh x$"#, "tanh x"), (#"$x\tanh(x)$"#, "x tanh(x)"), ("$a_{ij}$", "a_(ij)"), ("${a}^{{2}}$", "a²"),
      (#"$2\cdot3\times4\pm5$"#, "2 · 3 × 4 ± 5"), (#"$\Omega\neq0$"#, "Ω ≠ 0"), ("$a, b$", "a, b"), (#"$\$5$"#, "$5"),
      ("$x_1$\n$x_2$", "x₁\nx₂"),
    ])
  func reading(source: String, plain: String) {
    let text = MathematicalText(source)
    #expect(text.plain == plain)
    #expect(text.unset.isEmpty)
  }

  @Test(
    "What cannot be set stays as it is written, and the reason is told.",
    arguments: [
      (#"half $\frac{1}{2}$"#, #"$\frac{1}{2}$"#, #"\frac is unknown"#), ("a $x", "a $x", "has no partner"),
      ("$a\nb$", "$a\nb$", "has no partner"), ("$$", "$$", "nothing is between"), ("$ $", "$ $", "nothing is between"),
      ("$x_{1$", "$x_{1$", "a brace has no partner"), ("$x}$", "$x}$", "a brace has no partner"),
      ("$x^$", "$x^$", "nothing follows ^"), ("$x_{}$", "$x_{}$", "nothing follows _"),
      ("$x_1_2$", "$x_1_2$", "_ occurs twice"), ("$x^{y_1}$", "$x^{y_1}$", "_ is within"),
      (#"$a\"#, #"$a\"#, "has no partner"), ("$x^😀$", "$x^😀$", "U+1F600 cannot be raised"),
      ("שלום $x_1$", "שלום $x_1$", "right to left"), ("\u{F0041} $x_1$", "\u{F0041} $x_1$", "private use"),
    ])
  func faults(source: String, text: String, reason: String) throws {
    let read = MathematicalText(source)
    #expect(read.plain == source && read.marked == source)
    guard case .mathematics(let unset, let found) = try #require(read.unset.first) else {
      Issue.record("another reason")
      return
    }
    #expect(unset == text)
    #expect(found.contains(reason), "\(found)")
  }

  @Test("A group that cannot be set leaves the others as they are.")
  func others() {
    let text = MathematicalText(#"$x_1$ and $\sqrt{2}$ and $x_2$"#)
    #expect(text.plain == #"x₁ and $\sqrt{2}$ and x₂"#)
    #expect(text.unset.map(\.description) == [#""$\sqrt{2}$" is drawn as it is written: \sqrt is unknown."#])
  }

  @Test("No text makes reading fail.", arguments: 0..<2000 as Range<UInt64>)
  func hostileTexts(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "$", "\\", "{", "}", "^", "_", "x", "1", " ", "\\alpha", "\\$", "\n", "\u{301}", "😀", "−", "'", "\\frac", "~",
      "$$", "א",
    ]
    let text = (0..<next(40)).map { _ in pieces[next(next(12) == 0 ? pieces.count : pieces.count - 1)] }.joined()
    let read = MathematicalText(text)
    if read.unset.isEmpty, !text.contains("\\"), !text.contains("^"), !text.contains("_") {
      #expect(!text.contains("$") || !read.plain.contains("$"))
    }
    for unset in read.unset {
      if case .mathematics(let kept, _) = unset { #expect(text.holds(kept), "\(text): \(kept)") }
    }
  }

  @Test("Braces without end are no danger.")
  func manyBraces() {
    let braces = String(repeating: "{", count: 5000)
    #expect(MathematicalText("$" + braces + "$").unset.count == 1)
    #expect(MathematicalText(String(repeating: "${", count: 5000)).unset.count == 2500)
  }
}

extension String {
  /// Whether the scalars of another text occur in this one, wherever its graphemes end.
  fileprivate func holds(_ other: String) -> Bool {
    let (all, part) = (Array(unicodeScalars), Array(other.unicodeScalars))
    return (0...max(0, all.count - part.count)).contains { all[$0...].starts(with: part) }
  }
}
