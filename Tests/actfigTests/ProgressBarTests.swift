import Testing

@testable import actfig

struct ProgressBarTests {
  @Test(
    "The bar shows progress, speed and remaining time.",
    arguments: [
      (0, 11, 0.0, "[                        ] 0/11"),
      (6, 11, 1.5, "[#############           ] 6/11, 4 a second, 2 s left"),
      (1, 10_000, 2.5, "[                        ] 1/10000, 0.4 a second, 6 h 56 min left"),
      (50, 10_000, 0.5, "[                        ] 50/10000, 100 a second, 1 min 40 s left"),
      (11, 11, 0.25, "[########################] 11/11, 44 a second, 0 s left"),
      (0, 0, 1.0, "[########################] 0/0"),
    ])
  func text(done: Int, total: Int, seconds: Double, text: String) {
    let bar = ProgressBar(total: total)
    #expect(bar.text(done: done, elapsed: .seconds(seconds), isColoured: false) == text)
  }

  @Test("Only the filled part of the bar is coloured.")
  func colour() {
    let text = ProgressBar(total: 2).text(done: 1, elapsed: .zero, isColoured: true)
    #expect(text == "[\u{1B}[32m############\u{1B}[0m            ] 1/2")
  }

  @Test("The bar counts samples in millions and shows the remaining time.")
  func samples() {
    let bar = ProgressBar(total: 30_000_000)
    #expect(
      bar.text(samples: 15_000_000, elapsed: .seconds(5), isColoured: false)
        == "[############            ] 15.0 of 30.0 million samples, 5 s left")
    #expect(bar.text(samples: 0, elapsed: .zero, isColoured: false).hasSuffix("] 0.0 of 30.0 million samples"))
  }
}
