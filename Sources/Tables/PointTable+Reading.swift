extension PointTable {
  /// Reads the file of a table: an array of NumPy if it begins like one, otherwise comma- or tab-separated values.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - allowsUndefined: Whether values and derivatives may be NaN or infinite.
  /// - Throws: All faults with their lines or rows.
  public init(reading bytes: [UInt8], allowsUndefined: Bool = false) throws(TableFaults) {
    let column = TableColumn.Rule(allowsUndefined: allowsUndefined)
    if bytes.starts(with: ArrayFileReader.magic) {
      var reader = ArrayFileReader(bytes, rule: column)
      let rows = try reader.rows()
      try self.init(rows: rows, collecting: reader.faults)
    } else {
      var reader = SeparatedValuesReader(bytes, rule: column)
      let rows = try reader.rows()
      try self.init(rows: rows, collecting: reader.faults)
    }
  }
}

/// A column of a table.
enum TableColumn: String, CaseIterable {
  case x, value, derivative

  /// The rule for the numbers in a table.
  struct Rule: Sendable {
    let allowsUndefined: Bool

    /// The reason why a number may not stand in a column; nil if it may.
    func expectation(missedBy number: Double, in column: TableColumn) -> String? {
      if !number.isFinite, column != .x, allowsUndefined { return nil }
      if number.magnitude <= PointTable.numberLimit { return nil }
      if number.isFinite { return "a number from -1e100 to 1e100" }
      return column == .x || allowsUndefined
        ? "a finite number" : "a finite number; only a table with \"interpolation\": \"none\" may hold others"
    }
  }
}
