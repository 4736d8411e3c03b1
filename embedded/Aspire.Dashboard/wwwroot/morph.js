// Changes `from` into `to` node by node, so that focus, scroll positions and selections survive a redraw.
// Elements with data-key are matched by it, others by their place.
export function morph(from, to) {
  syncAttributes(from, to);
  const keyed = new Map();
  for (const child of from.children) if (child.dataset.key) keyed.set(child.dataset.key, child);

  let cursor = from.firstChild;
  for (const next of [...to.childNodes]) {
    const match = partner(keyed, cursor, next);
    if (!match) {
      from.insertBefore(next, cursor);
      continue;
    }
    if (match === cursor) cursor = cursor.nextSibling;
    else from.insertBefore(match, cursor);
    if (match.nodeType === Node.ELEMENT_NODE) morph(match, next);
    else if (match.nodeValue !== next.nodeValue) match.nodeValue = next.nodeValue;
  }
  while (cursor) {
    const gone = cursor;
    cursor = cursor.nextSibling;
    gone.remove();
  }
}

function partner(keyed, cursor, next) {
  const key = next.dataset?.key;
  if (key) {
    const match = keyed.get(key);
    return match?.nodeName === next.nodeName ? match : null;
  }
  return cursor && !cursor.dataset?.key && cursor.nodeName === next.nodeName ? cursor : null;
}

function syncAttributes(from, to) {
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
}
