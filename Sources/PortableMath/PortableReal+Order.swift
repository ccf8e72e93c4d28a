extension PortableReal {
  @inlinable
  public static func min(_ x: Self, _ y: Self) -> Self { select(x .== x, select(x .< y, x, y), x) }

  @inlinable
  public static func max(_ x: Self, _ y: Self) -> Self { select(x .== x, select(x .> y, x, y), x) }
}
