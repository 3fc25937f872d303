// A page loads on its own: no console error, no request that leaves the site, none that fails.

/** Long, because a loaded machine is slow; nothing is measured by it. */
const LOAD_MS_MAX = 120_000;

/** Opens a page in a context, watched; the caller closes it. `allowed` says which addresses are the site's. */
export async function open(context, address, allowed, report) {
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") report("console", `${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => report("console", String(error)));
  page.on("request", (request) => {
    if (!allowed(request.url())) report("request-outside", request.url());
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // A page that is left takes what it was still waiting for with it.
    if (reason !== "net::ERR_ABORTED") report("request-failed", `${request.url()}: ${reason}`);
  });
  page.on("response", (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPage) report("request-failed", `${response.url()}: ${response.status()}`);
  });
  await page.route((url) => !allowed(url.href), (route) => route.abort());
  await page.goto(address, { waitUntil: "load", timeout: LOAD_MS_MAX });
  // Scripts may ask for more once the page has loaded.
  await page.waitForTimeout(100);
  return page;
}

/** Whether an address belongs to the site at `base`, or carries its own content. */
export function within(base) {
  return (address) => address.startsWith(base) || address.startsWith("data:") || address.startsWith("blob:");
}
