import ActivationFigures
import Activations
import Plotting

/// The styles that a configuration can name.
public enum StyleName: String, Sendable, Hashable, CaseIterable {
  case matplotlib, light, dark

  /// With nothing changed.
  public var style: Style {
    switch self {
    case .matplotlib: .matplotlib
    case .light: .light
    case .dark: .dark
    }
  }

  /// What a figure of the style shows beside the notebook's own marks, unless the configuration says otherwise.
  public var marks: StudyMarks { self == .matplotlib ? .none : .all }

  /// How the points of the response panel are known: as PyTorch knows them where the figure is to be the notebook's.
  var gridPrecision: GridPrecision { self == .matplotlib ? .single : .double }
}
