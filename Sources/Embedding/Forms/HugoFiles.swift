import Pipeline

/// The files of a site of Hugo: data of the figures, and the shortcode `actfig`, which makes HTML of them in any theme.
///
/// ```
/// {{< actfig "mish" >}}
/// {{< actfig name="mish" toggle=true details=true caption="A smooth function" >}}
/// ```
struct HugoFiles {
  let files: [EmbeddedFile]

  init(for request: EmbedRequest) {
    let style = ToneStyleSheet(for: request).lines.joined(separator: "\n")
    files = [
      EmbeddedFile(
        path: "data/actfig/\(SiteData.name(for: request)).json", text: SiteData(for: request).json.text + "\n"),
      EmbeddedFile(
        path: "layouts/shortcodes/actfig.html", text: Self.shortcode(with: style)),
    ]
  }

  /// - Parameter style: The element `style` for pages with a theme switch of their own.
  private static func shortcode(with style: String) -> String {
    #"""
    {{- /*
    Shows a figure of actfig. Parameters: name (or the first one); from, the name of the data file, if several have a figure
    of the name; caption instead of the title; toggle=true to follow the theme switch of the page and not the operating
    system, which params.actfig.toggle sets for the whole site; details=true for the long text. Made by actfig embed.
    */ -}}
    {{- $page := .Page -}}
    {{- $name := "" -}}{{- $from := "" -}}{{- $caption := "" -}}{{- $details := false -}}
    {{- $toggle := eq (printf "%v" (index (site.Params.actfig | default dict) "toggle")) "true" -}}
    {{- if .IsNamedParams -}}
      {{- $name = .Get "name" -}}{{- $from = .Get "from" | default "" -}}{{- $caption = .Get "caption" | default "" -}}
      {{- $details = eq (printf "%v" (.Get "details")) "true" -}}
      {{- with .Get "toggle" -}}{{- $toggle = eq (printf "%v" .) "true" -}}{{- end -}}
    {{- else -}}
      {{- $name = .Get 0 -}}
    {{- end -}}
    {{- $figure := false -}}
    {{- range $file, $data := site.Data.actfig -}}
      {{- if or (eq $from "") (eq $from $file) -}}
        {{- range $data.figures -}}{{- if eq .name $name -}}{{- $figure = . -}}{{- end -}}{{- end -}}
      {{- end -}}
    {{- end -}}
    {{- if not $figure -}}
      {{- errorf "actfig: the data files in data/actfig have no figure %q: %s" $name .Position -}}
    {{- else -}}
    {{- $pictures := $figure.following -}}
    {{- if $toggle -}}
      {{- $pictures = $figure.toggled -}}
      {{- if not ($page.Store.Get "actfig") -}}
    {{- $page.Store.Set "actfig" true -}}
    \#(style)
    {{ end -}}
    {{- end -}}
    <figure class="actfig" style="margin-inline: 0">
    {{- range $picture := $pictures -}}
      {{- $class := "" -}}{{- with .class -}}{{- $class = printf " class=%q" . -}}{{- end -}}
      {{- if .sources -}}<picture{{ $class | safeHTMLAttr }}>{{- end -}}
      {{- range $element := .sources | append .image -}}
        {{- $addresses := slice -}}{{- $source := "" -}}
        {{- range .candidates -}}
          {{- $address := .address -}}
          {{- $resource := $page.Resources.Get .file -}}
          {{- if $resource -}}{{- $address = $resource.RelPermalink -}}
          {{- else if not (or (hasPrefix $address "/") (in $address "://")) -}}{{- $address = $address | relURL -}}{{- end -}}
          {{- $addresses = $addresses | append (printf "%s %vx" $address .scale) -}}
          {{- if eq .file $element.file -}}{{- $source = $address -}}{{- end -}}
        {{- end -}}
        {{- $set := printf "srcset=%q" (delimit $addresses ", ") -}}
        {{- if .media -}}
    <source media="{{ .media }}" {{ $set | safeHTMLAttr }} width="{{ .width }}" height="{{ .height }}">
        {{- else -}}
    <img{{ $class | safeHTMLAttr }} {{ printf "src=%q" $source | safeHTMLAttr }} {{ $set | safeHTMLAttr }} width="{{ .width }}" height="{{ .height }}" alt="{{ .alt }}" loading="lazy" decoding="async" style="max-width: 100%; height: auto">
        {{- end -}}
      {{- end -}}
      {{- if .sources -}}</picture>{{- end -}}
    {{- end -}}
    {{- $text := $caption | default $figure.title -}}
    {{- if or $text $details -}}<figcaption>{{ $text }}
    {{- if $details -}}<details><summary>Description</summary><p>{{ $figure.description }}</p></details>{{- end -}}
    </figcaption>{{- end -}}
    </figure>
    {{- end -}}

    """#
  }
}
