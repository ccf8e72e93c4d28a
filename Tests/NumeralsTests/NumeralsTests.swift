import Testing
@testable import Numerals
