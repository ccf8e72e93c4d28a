import Pipeline

/// The files of a site of Jekyll: data of the figures, and an include that makes HTML of them in any theme.
///
/// ```
/// {% include actfig.html name="mish" %}
/// {% include actfig.html name="mish" toggle=true details=true caption="A smooth function" %}
/// ```
struct JekyllFiles {
  let files: [EmbeddedFile]

  init(for request: EmbedRequest) {
    let style = ToneStyleSheet(for: request).lines.joined(separator: "\n")
    files = [
      EmbeddedFile(
        path: "_data/actfig/\(SiteData.name(for: request)).json", text: SiteData(for: request).json.text + "\n"),
      EmbeddedFile(path: "_includes/actfig.html", text: Self.include(with: style)),
    ]
  }

  /// - Parameter style: The element `style` for pages with a theme switch of their own.
  private static func include(with style: String) -> String {
    #"""
    {%- comment -%}
    Shows a figure of actfig. Parameters: name; from, the name of the data file, if several have a figure of the name;
    caption instead of the title; toggle=true to follow the theme switch of the page and not the operating system, which
    actfig_toggle in _config.yml sets for the whole site; details=true for the long text. Made by actfig embed.
    {%- endcomment -%}
    {%- assign actfig_figure = nil -%}
    {%- for file in site.data.actfig -%}
      {%- if include.from == nil or include.from == file[0] -%}
        {%- for figure in file[1].figures -%}
          {%- if figure.name == include.name -%}{%- assign actfig_figure = figure -%}{%- endif -%}
        {%- endfor -%}
      {%- endif -%}
    {%- endfor -%}
    {%- if actfig_figure == nil -%}
    <p><strong>The data files in _data/actfig have no figure {{ include.name | escape }}.</strong></p>
    {%- else -%}
      {%- assign actfig_pictures = actfig_figure.following -%}
      {%- assign actfig_toggle = include.toggle | default: site.actfig_toggle -%}
      {%- if actfig_toggle == true or actfig_toggle == "true" -%}
        {%- assign actfig_pictures = actfig_figure.toggled -%}
    \#(style)
    {% endif -%}
    <figure class="actfig" style="margin-inline: 0">
      {%- for picture in actfig_pictures -%}
        {%- assign actfig_class = "" -%}
        {%- if picture.class -%}{%- capture actfig_class %} class="{{ picture.class }}"{% endcapture -%}{%- endif -%}
        {%- if picture.sources.size > 0 -%}<picture{{ actfig_class }}>{%- endif -%}
        {%- for source in picture.sources -%}
    <source media="{{ source.media }}" srcset="{% for file in source.candidates %}{{ file.address | relative_url }} {{ file.scale }}x{% unless forloop.last %}, {% endunless %}{% endfor %}" width="{{ source.width }}" height="{{ source.height }}">
        {%- endfor -%}
        {%- assign image = picture.image -%}
    <img{{ actfig_class }} src="{{ image.address | relative_url }}" srcset="{% for file in image.candidates %}{{ file.address | relative_url }} {{ file.scale }}x{% unless forloop.last %}, {% endunless %}{% endfor %}" width="{{ image.width }}" height="{{ image.height }}" alt="{{ image.alt | escape }}" loading="lazy" decoding="async" style="max-width: 100%; height: auto">
        {%- if picture.sources.size > 0 -%}</picture>{%- endif -%}
      {%- endfor -%}
      {%- assign actfig_caption = include.caption | default: actfig_figure.title -%}
    <figcaption>{{ actfig_caption | escape }}
      {%- if include.details == true or include.details == "true" -%}
    <details><summary>Description</summary><p>{{ actfig_figure.description | escape }}</p></details>
      {%- endif -%}
    </figcaption></figure>
    {%- endif -%}

    """#
  }
}
