# The eleven figures by gnuplot, from numbers that are counted and computed already:
#
#   gnuplot -e "kind = 'png'; data = 'DATA'; pictures = 'DIRECTORY'" figures.gnuplot
#
# DATA/figures.gnuplot says what they are called; DATA/NAME.bars has the middle, the count and the width of each bin,
# DATA/NAME.curves x, value and derivative.

load data."/figures.gnuplot"

set terminal @kind size 1500,500 font "DejaVu Sans,10"
set style fill solid noborder

do for [i = 1:words(names)] {
  name = word(names, i)
  set output pictures."/".name.".png"
  set multiplot layout 1,3 title value("title_".i) font "DejaVu Sans:Bold,17" offset 0,-0.5

  unset key
  set yrange [0:*]
  set title "Input distribution\n(samples: 10000)"
  set xlabel value("input_".i)
  plot data."/input.bars" using 1:2:3 with boxes linecolor rgb "#1f77b4"

  set title ""
  set xlabel ""
  set yrange [*:*]
  set key left top box
  plot data."/".name.".curves" using 1:2 with lines linewidth 2 linecolor rgb "#1f77b4" title "Value", \
    "" using 1:3 with lines linewidth 2 linecolor rgb "#ff7f0e" title "Derivative"

  unset key
  set yrange [0:*]
  set title "Output distribution\n(samples: 10000)"
  set xlabel value("output_".i)
  plot data."/".name.".bars" using 1:2:3 with boxes linecolor rgb "#1f77b4"

  unset multiplot
}
