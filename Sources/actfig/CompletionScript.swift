import Pipeline
import Text

/// A script by which a shell completes the tool's command lines: the parser's, with what it lacks.
enum CompletionScript {
  /// - Parameter script: The parser's.
  static func completed(_ script: String) -> String {
    for (place, replacement) in [(bashRegistration, bashFunction), (zshDescription, zshFunction)] {
      guard let range = script.firstPlace(of: place) else { continue }
      return script[..<range.lowerBound] + replacement + script[range.upperBound...]
    }
    return script
  }

  private static let zshDescription = "    _describe -V '' non_empty_completions --"

  /// zsh would put a blank behind a key.
  private static let zshFunction = #"""
        local -a suffix=()
        [[ "${non_empty_completions[1]}" = *= ]] && suffix=(-S '')
        _describe -V '' non_empty_completions "${suffix[@]}" --
    """#

  private static let bashRegistration = "complete -o filenames -F _actfig actfig"

  /// Behind `--only` several names may stand, of which none is a file; and a key is no file either, and goes on behind its
  /// equals sign.
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
