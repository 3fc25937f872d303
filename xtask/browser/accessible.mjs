// axe-core's rules for WCAG 2.2 A and AA, and its best practices. The caller puts axe into the page.

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Reports every violation with the elements it is about. */
export async function checkAccessible(page, situation, report) {
  const violations = await page.evaluate(violationsOf, TAGS);
  for (const { id, help, targets, detail } of violations) {
    report("axe", `${id} (${situation}): ${help}: ${targets.join(", ")}${detail ? `; ${detail}` : ""}`);
  }
}

/** Runs in the page. */
async function violationsOf(tags) {
  const result = await window.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  return result.violations.map((violation) => ({
    id: violation.id,
    help: violation.help,
    targets: violation.nodes.slice(0, 3).map((node) => node.target.join(" ")),
    detail: [...violation.nodes[0].any, ...violation.nodes[0].all, ...violation.nodes[0].none][0]?.message,
  }));
}
