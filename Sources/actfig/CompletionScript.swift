import Pipeline
import Text

/// The completion script of the argument parser with corrections for bash and zsh.
enum CompletionScript {
  /// Applies the corrections to a script.
  ///
  /// - Parameter script: The script that the argument parser generates.
  static func completed(_ script: String) -> String {
    for (place, replacement) in [(bashRegistration, bashFunction), (zshDescription, zshFunction)] {
      guard let range = script.firstPlace(of: place) else { continue }
      return script[..<range.lowerBound] + replacement + script[range.upperBound...]
    }
    return script
  }

  private static let zshDescription = "    _describe -V '' non_empty_completions --"

  /// The completion of zsh, which without it would append a blank to a key.
  private static let zshFunction = #"""
        local -a suffix=()
        [[ "${non_empty_completions[1]}" = *= ]] && suffix=(-S '')
        _describe -V '' non_empty_completions "${suffix[@]}" --
    """#

  private static let bashRegistration = "complete -o filenames -F _actfig actfig"

  /// The completion of bash after `--only`, which takes several names that are no files, and after `--set`, whose keys are no
  /// files and continue after an equals sign.
  private static let bashFunction = #"""
    _actfig_words() {
        local word option='' cur="${2}"
        for word in "${COMP_WORDS[@]::${COMP_CWORD}}"; do
            [[ "${word}" = -* ]] && option="${word}"
        done
        if [[ "${option}" = --only && "${cur}" != -* ]]; then
            local -x SAP_SHELL=bash
            local -i index
            COMPREPLY=()
            __actfig_add_completions -W "$(
                __actfig_custom_complete ---completion "${COMP_WORDS[1]}" -- --only "${COMP_CWORD}" 0 2>/dev/null
            )"
            for index in "${!COMPREPLY[@]}"; do printf -v "COMPREPLY[index]" %q "${COMPREPLY[index]}"; done
            compopt +o filenames
            return
        fi
        _actfig "${@}"
        [[ "${3}" = --set ]] && compopt +o filenames -o nospace
    }

    complete -o filenames -F _actfig_words actfig
    """#
}
