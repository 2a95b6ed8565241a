// What the page that makes search boxes gains where there is JavaScript: the preview follows every choice, and code is
// copied by a button. Without it the form's own button makes both.

const form = document.getElementById("builder");
let asking;

form.addEventListener("change", show);
offerCopies();

async function show() {
  asking?.abort();
  asking = new AbortController();
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  try {
    const answer = await fetch(address, { signal: asking.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["made", "label"]) {
      const made = document.getElementById(id);
      if (made !== document.activeElement) made.replaceWith(page.getElementById(id));
    }
    history.replaceState(null, "", address);
    offerCopies();
  } catch {
    // Overtaken by the next choice, or no connection: the form's button says so.
  }
}

function offerCopies() {
  for (const code of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = code.dataset.copy;
    button.addEventListener("click", async () => {
      getSelection().selectAllChildren(code);
      // On a site without TLS there is no clipboard for scripts; what is selected can still be copied by hand.
      await navigator.clipboard?.writeText(code.textContent);
      if (navigator.clipboard) button.textContent = code.dataset.copied;
    });
    code.after(button);
  }
}
