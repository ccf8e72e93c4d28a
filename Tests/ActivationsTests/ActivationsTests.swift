import Testing
@testable import Activations
