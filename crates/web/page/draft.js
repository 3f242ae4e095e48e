// Drafts on this device. Every tab writes its own, so that none is lost to another. A draft goes only when somebody
// throws it away, when another tab has taken it over, or when the text is again the one that was opened.

const PREFIX = "madoguchi-draft";
const TAB = "madoguchi-tab";

const read = key => {
  try {
    const draft = JSON.parse(localStorage.getItem(key));
    return draft && typeof draft.text === "string" && typeof draft.saved === "string" ? { key, ...draft } : null;
  } catch {
    return null;
  }
};

const newName = () => crypto.randomUUID?.() ?? String(Math.random()).slice(2);

/** The drafts of a municipality, the latest first. */
const drafts = code => {
  try {
    const keys = Object.keys(localStorage).filter(key => key.startsWith(`${PREFIX}/${code}/`));
    return keys.map(read).filter(Boolean).sort((a, b) => b.saved.localeCompare(a.saved));
  } catch {
    return [];
  }
};

// A tab keeps its name when it is loaded again. One that was copied has the name of another tab that is still
// there, which holds a lock of that name; then it takes a new one, as every tab does where there are no locks.
const tabName = async () => {
  let name;
  try {
    name = sessionStorage.getItem(TAB);
  } catch {
    name = null;
  }
  const held = name => new Promise(done => {
    if (!navigator.locks) return done(false);
    navigator.locks.request(`${PREFIX}/${name}`, { ifAvailable: true }, lock => {
      done(Boolean(lock));
      // Held until the tab is closed.
      return lock ? new Promise(() => {}) : undefined;
    }).catch(() => done(false));
  });
  if (!name || !await held(name)) {
    name = newName();
    await held(name);
  }
  try {
    sessionStorage.setItem(TAB, name);
  } catch {
    // Without a memory of its own the tab finds its draft among the others.
  }
  return name;
};

/** Keeps a text under a key. Whether it could be kept; what was kept there before stays where it could not. */
const put = (key, text) => {
  try {
    localStorage.setItem(key, JSON.stringify({ text, saved: new Date().toISOString() }));
    return true;
  } catch {
    return false;
  }
};

export const drafting = async code => {
  const key = `${PREFIX}/${code}/${await tabName()}`;
  return {
    own: () => read(key),
    others: () => drafts(code).filter(draft => draft.key !== key),
    save: text => put(key, text),
    /** Keeps a text beside this tab's draft. */
    park: text => put(`${PREFIX}/${code}/${newName()}`, text),
    drop(which = key) {
      try {
        localStorage.removeItem(which);
      } catch {
        // What cannot be read cannot be removed.
      }
    },
    /** Calls when another tab writes a draft of the same municipality. */
    watch(act) {
      addEventListener("storage", event => {
        if (event.key?.startsWith(`${PREFIX}/${code}/`) && event.newValue) act();
      });
    },
  };
};
