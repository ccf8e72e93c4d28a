for (const slider of document.querySelectorAll("input[type=range]")) {
  const stack = slider.closest("figure").querySelector(".stack");
  const show = () => {
    stack.style.setProperty("--at", slider.value + "%");
    slider.setAttribute("aria-valuetext", slider.value + " percent");
  };
  slider.addEventListener("input", show);
  show();
}
