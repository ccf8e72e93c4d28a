@inline(__always)
func rootOrNaN<Real: BinaryReal>(_ x: Real) -> Real { Real.select(x .>= Real(0), x.root, Real.nan) }

@inline(__always)
func lesser<Real: BinaryReal>(_ x: Real, _ y: Real) -> Real {
  Real.select(x .== x, Real.select(x .< y, x, y), x)
}

@inline(__always)
func greater<Real: BinaryReal>(_ x: Real, _ y: Real) -> Real {
  Real.select(x .== x, Real.select(x .> y, x, y), x)
}

@inline(__always)
func integerBelow<Real: BinaryReal>(_ x: Real) -> Real {
  // Adding 2⁵² rounds a smaller magnitude to an integer; larger ones are integers.
  let nearest = ((x.magnitude + Real(0x1p52)) - Real(0x1p52)).withSign(of: x)
  let result = Real.select(nearest .> x, nearest - Real(1), nearest)
  return Real.select(x.magnitude .< Real(0x1p52), result, x)
}
