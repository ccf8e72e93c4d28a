import Depth
import Plotting

/// One function of a figure of depth.
public struct ComparedDepth: Sendable {
  /// The name in the legend.
  public var title: String
  /// What is known of the function in deep networks.
  public var study: DepthStudy

  /// Names a study.
  public init(title: String, study: DepthStudy) { (self.title, self.study) = (title, study) }
}
