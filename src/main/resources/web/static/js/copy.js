// A button beside every piece of code that copies it.
for (const box of document.querySelectorAll(".copy[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain small";
  button.textContent = box.dataset.copy;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(box.querySelector("code").textContent);
      button.textContent = box.dataset.copied;
    } catch { // not allowed: then the reader has at least the text marked
      window.getSelection().selectAllChildren(box.querySelector("code"));
    }
    window.setTimeout(() => { button.textContent = box.dataset.copy; }, 2000);
  });
  box.append(button);
}
