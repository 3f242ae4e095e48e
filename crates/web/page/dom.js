// Elements without markup: whatever a text says stays text.

/** @param {string} name @param {Record<string, string>} attributes @param {(string | Node)[]} children */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

export const byId = id => document.getElementById(id);

/** A button that does something. */
export const button = (text, act, label) => {
  const made = element("button", { type: "button" }, text);
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
};

/** A message with its `{slots}` filled. */
export const filled = (message, values) =>
  message.replace(/\{(\w+)\}/g, (slot, name) => name in values ? String(values[name]) : slot);

/** The place of a line and column (both from 1, in units of UTF-16) in a text. */
export const placeIn = text => {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return ({ line, column_utf16: column }) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
};

/** The one replacement that makes one text another. */
export const change = (before, after) => {
  let from = 0;
  const most = Math.min(before.length, after.length);
  while (from < most && before[from] === after[from]) from++;
  let behind = 0;
  while (behind < most - from && before[before.length - 1 - behind] === after[after.length - 1 - behind]) behind++;
  return { from, to: before.length - behind, insert: after.slice(from, after.length - behind) };
};
