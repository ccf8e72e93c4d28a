import Testing
@testable import PortableMath
