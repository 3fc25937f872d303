// Every page carries a strict Content-Security-Policy and needs no exception from it.

/** Reports a page without a policy, with a loose one, or with inline script or style. */
export async function checkPolicy(page, report) {
  const { policy, inline } = await page.evaluate(policyOf);
  if (policy === null) report("policy", "no Content-Security-Policy");
  else if (/unsafe-|\*|https?:/.test(policy) || !policy.includes("default-src")) report("policy", `loose: ${policy}`);
  if (inline.length > 0) report("policy", `inline script or style: ${inline.slice(0, 3).join(", ")}`);
}

/**
 * Runs in the page. A script element of this one type is a data block: no browser runs it, so the policy has no say
 * in it. Every other one without a source counts as code, whatever it calls itself (`importmap` is a type too).
 */
function policyOf() {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy" i]');
  const all = [...document.querySelectorAll("*")];
  const isData = (element) => element.type === "application/ld+json";
  const isCode = (element) => element.localName === "script" && !element.src && !isData(element);
  const hasHandler = (element) => element.getAttributeNames().some((name) => name === "style" || name.startsWith("on"));
  const inline = all.filter((element) => element.localName === "style" || isCode(element) || hasHandler(element));
  return { policy: meta?.content ?? null, inline: inline.map((element) => element.localName) };
}
