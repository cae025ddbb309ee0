// Runs before anything is painted, so that nothing is seen in another size or light first: no module, no import.
{
  const names = ['size', 'leading', 'face', 'contrast', 'theme', 'keys'];
  try {
    const kept: unknown = JSON.parse(localStorage.getItem('unsealed') ?? '{}');
    for (const name of names) {
      const value: unknown = Reflect.get(Object(kept), name);
      if (typeof value === 'string' && /^[a-z]{1,12}$/.test(value))
        document.documentElement.dataset[name] = value;
    }
  } catch (reason) {
    // Storage may be forbidden, and what is kept may be broken: then all looks as it usually does.
    if (!(reason instanceof DOMException || reason instanceof SyntaxError)) throw reason;
  }
}
