// A copy on paper or as a file. Nothing leaves the browser, and no other page is opened.

export function downloadText(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // After the click has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** In a frame of our own, inside our own element: printing the page would print the form. */
export function printText(text: string, place: Node): void {
  const frame = Object.assign(document.createElement('iframe'), { hidden: true, title: '' });
  place.appendChild(frame);
  const view = frame.contentWindow;
  if (view === null) return;
  const paper = view.document.createElement('pre');
  paper.style.whiteSpace = 'pre-wrap';
  paper.textContent = text;
  view.document.body.append(paper);
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
