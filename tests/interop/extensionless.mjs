// Resolves imports without an extension or of a folder, as bundlers do: dt-sql-parser is published for those only.
export async function resolve(specifier, context, next) {
  if (specifier.startsWith("dt-sql-parser/"))
    return { ...await next(specifier, context), format: "module" };
  if (!specifier.startsWith(".") || !context.parentURL?.includes("/dt-sql-parser/"))
    return await next(specifier, context);
  for (const ending of ["", ".js"]) {
    try {
      return { ...await next(specifier + ending, context), format: "module" };
    } catch {
      // Neither a file with nor without extension: the next attempt, or a folder.
    }
  }
  return { ...await next(specifier + "/index.js", context), format: "module" };
}
