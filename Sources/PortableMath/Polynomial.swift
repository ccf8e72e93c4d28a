/// c₀ + c₁x, the smallest block of a polynomial evaluated in parallel halves (Estrin's scheme).
@inline(__always)
func linear<Real: BinaryReal>(_ x: Real, _ c0: Double, _ c1: Double) -> Real { Real(c0) + x * Real(c1) }

/// c₀ + c₁x + c₂x² + c₃x³, given x².
@inline(__always)
func cubic<Real: BinaryReal>(
  _ x: Real, _ square: Real, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double
) -> Real {
  linear(x, c0, c1) + square * linear(x, c2, c3)
}
