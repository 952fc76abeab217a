namespace Preview.Reports.Html;

/// <summary>How the page looks, by light and by dark. It holds none of the characters that XML escapes and HTML does not.</summary>
internal static class HtmlStyle
{
    public const string Text = """
        :root { color-scheme: light dark; --page: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --panel: #f6f8fa; --link: #0969da;
          --good: #1a7f37; --bad: #cf222e; --now: #0969da; --before: #8c959f; --range: #54aeff; --warn: #9a6700; --unknown: #8250df; --exempt: #6e7781; }
        @media (prefers-color-scheme: dark) {
          :root { --page: #0d1117; --text: #e6edf3; --quiet: #9198a1; --line: #3d444d; --panel: #151b23; --link: #4493f8;
            --good: #3fb950; --bad: #f85149; --now: #4493f8; --before: #818b98; --range: #1f6feb; --warn: #d29922; --unknown: #ab7df8; --exempt: #9198a1; }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 88rem; padding: 1.5rem; background: var(--page); color: var(--text);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        a { color: var(--link); }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--page); z-index: 1; }
        header { border: 1px solid var(--line); border-left: .5rem solid var(--bad); border-radius: .5rem; padding: 1rem 1.5rem; background: var(--panel); }
        header.passed { border-left-color: var(--good); }
        header p { margin: 0; color: var(--quiet); }
        header h1 { margin: .25rem 0; font-size: 1.75rem; color: var(--bad); }
        header.passed h1 { color: var(--good); }
        header ul { margin: .5rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 2rem; list-style: none; font-weight: 600; }
        h2 { margin: 2rem 0 .75rem; font-size: 1.25rem; }
        figure { margin: 0 0 1.5rem; border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; }
        figcaption { font-weight: 600; margin-bottom: .75rem; }
        .legend { float: right; font-weight: 400; color: var(--quiet); }
        .legend span { display: inline-flex; align-items: center; gap: .4rem; margin-left: 1rem; }
        .scroll { overflow-x: auto; }
        .scroll svg { display: block; font-size: 12px; }
        svg text { fill: var(--text); }
        svg .label { text-anchor: end; }
        svg .value { fill: var(--quiet); }
        svg .tick { fill: var(--quiet); text-anchor: middle; font-size: 11px; }
        svg .grid { stroke: var(--line); stroke-width: 1; }
        svg .now { fill: var(--now); }
        svg .before { fill: var(--before); }
        svg .range { fill: var(--range); fill-opacity: .55; }
        svg .blocking { fill: var(--bad); }
        svg .warning { fill: var(--warn); }
        svg .unknown { fill: var(--unknown); }
        svg .exempt { fill: var(--exempt); }
        svg .known { fill: var(--before); }
        details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; }
        summary { padding: .5rem 1rem; cursor: pointer; font-weight: 600; }
        details[open] summary { border-bottom: 1px solid var(--line); }
        details ul { margin: .75rem 0; padding-left: 2.5rem; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; }
        caption { text-align: left; padding: .5rem .75rem; color: var(--quiet); }
        th, td { border-top: 1px solid var(--line); padding: .4rem .75rem; text-align: left; vertical-align: top; min-width: 6rem; overflow-wrap: anywhere; }
        thead th { background: var(--panel); white-space: nowrap; }
        tbody th { font-weight: 600; min-width: 10rem; }
        .number { text-align: right; min-width: 7rem; font-variant-numeric: tabular-nums; }
        code { font: .875em ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
        @media print { body { max-width: none; } details { break-inside: avoid; } }
        """;
}
