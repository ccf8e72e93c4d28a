import JSON
import Numerals
import Pipeline

/// What the cards of a gallery page hold beside picture, caption and numbers, from all to nothing.
enum CardContent: Int, CaseIterable {
  /// The description, the recipe and the files.
  case complete
  /// The recipe and the files, without the description.
  case withoutDescriptions
  /// The recipe alone, as it is laid out in a file.
  case withoutFiles
  /// The recipe alone, on one line.
  case withRecipeLines
  /// No content besides picture, caption and numbers.
  case withoutRecipes

  /// What is left out, in words.
  var omissions: [String] {
    [
      self == .complete ? nil : "the descriptions",
      rawValue < Self.withoutFiles.rawValue ? nil : "the names of all files",
      self == .withoutRecipes ? "the recipes" : nil,
    ].compactMap { $0 }
  }
}

/// A figure on a gallery page: its picture, caption, numbers, description, recipe and files.
struct FigureCard {
  /// The shape of the picture on a wide screen.
  enum Shape {
    /// The width is at least 7 to 4 of the height.
    case wide
    /// The width is at most 3 to 4 of the height.
    case high
    case compact

    /// The class of the element; nil for wide figures.
    var className: String? {
      switch self {
      case .wide: nil
      case .high: "compact high"
      case .compact: "compact"
      }
    }
  }

  /// The anchor of the card.
  let id: String
  /// The title as HTML.
  let title: String
  let shape: Shape
  /// The measures in the table of numbers.
  let measures: [FigureMeasure]
  /// The element `article`.
  let html: String

  init(
    of figure: FigureGallery.Figure, id: String, for request: EmbedRequest, besides settings: CommonSettings,
    showing content: CardContent
  ) {
    let pictures = FigurePictures(of: figure)
    let picture = pictures.plain.wide
    self.id = id
    title = (figure.title.isEmpty ? figure.name : figure.title).escapedForHTML
    shape =
      4 * picture.width >= 7 * picture.height ? .wide : 4 * picture.width <= 3 * picture.height ? .high : .compact
    let caption = FigureCaption(of: figure, besides: settings)
    let numbers = FigureNumbers(of: figure.statistics)
    measures = numbers.rows.map(\.measure)
    let kind = caption.kind.map { "<span class=kind>\($0)</span>" } ?? ""
    let article = CompactTag("article", [("id", id), ("class", shape.className)])
    let heading = CompactTag("h2", [("dir", figure.title.direction)])
    html = """
      \(article.text)
      <figure>\(CardPicture(of: pictures, for: request).html)
      <figcaption>\(heading.text)\(title)\(kind)</h2>\(caption.html)</figcaption></figure>
      \(numbers.html)\(Self.details(of: figure, for: request, showing: content))</article>

      """
  }

  // MARK: - Description, recipe and files

  private static func details(
    of figure: FigureGallery.Figure, for request: EmbedRequest, showing content: CardContent
  ) -> String {
    let isSingle = figure.files.count == 1
    switch content {
    case .complete, .withoutDescriptions:
      let text = content == .complete ? figure.description.escapedForHTML : nil
      let items = figure.files.map { file in
        let link = CompactTag("a", [("href", request.addresses.address(ofFile: file.fileName))])
        return "<li>\(link.text)\(Self.name(of: file, in: figure))</a>"
      }
      return """
        <details><summary>\(text == nil ? "Recipe" : "Description, recipe") and \(isSingle ? "file" : "files")</summary>
        <div class=more><div>\(text.map { "<p>\($0)</p>\n" } ?? "")<h3>\(isSingle ? "File" : "Files")</h3>
        <ul>\(items.joined(separator: "\n"))</ul></div>
        <div><h3>Recipe</h3>\(recipe(figure.recipe.text))</div></div></details>

        """
    case .withoutFiles: return "<details><summary>Recipe</summary>\(recipe(figure.recipe.text))</details>\n"
    case .withRecipeLines: return "<details><summary>Recipe</summary>\(recipe(figure.recipe.line))</details>\n"
    case .withoutRecipes: return ""
    }
  }

  /// The greatest number of bytes of a recipe on a page. Recipes with tables of many points are longer.
  private static let recipeLimit = 20_000

  private static func recipe(_ text: String) -> String {
    if text.utf8.count > recipeLimit {
      return "<p>The recipe is too long for this page and stands in the manifest.</p>"
    }
    return "<pre>\(text.escapedForPreformattedHTML)</pre>"
  }

  /// The words by which the file differs from the others of its figure, and its size: `dark, column, 2x: 1500 × 3000`.
  private static func name(of file: FigureGallery.File, in figure: FigureGallery.Figure) -> String {
    let files = figure.files
    let words = [
      files.allSatisfy { $0.theme == file.theme } ? nil : file.theme.rawValue,
      files.allSatisfy { $0.arrangement == file.arrangement } ? nil : file.arrangement.rawValue,
      files.allSatisfy { $0.scale == file.scale } ? nil : String(shortest: file.scale) + "x",
    ].compactMap { $0 }
    return (words.isEmpty ? "PNG" : words.joined(separator: ", ")) + ": \(file.width) × \(file.height)"
  }
}

extension String {
  /// A text of several lines as the content of the element `pre`.
  fileprivate var escapedForPreformattedHTML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
