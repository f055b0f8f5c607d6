/** Reports, as “source | cue | content”, that say that something was not said. */
export const NOT_SAYING: readonly RegExp[] = [
  /^all \| told \|/iu,
  /^ \| asked\b/iu,
  /^(?:nobody|no one|none|neither|nothing)\b[^|]*\|[^|]*\|/iu,
  /^[^|]*\|[^|]*\b(?:not|n[’']t|never|cannot|declined to|refused to)\b[^|]*\b(?:say|comment|tell|disclose|elaborate|specify)\b[^|]*\| (?:whether|if|who|how|why|what|when|where|which)\b/iu,
  /^[^|]*\|[^|]*\b(?:declined|refused)\b[^|]*\| (?:to )?comment\b/iu,
];

/** What stands before a report that has not been made: “If she says …”. */
export const CONDITIONAL_REPORT: RegExp = /(?:^|[\s,.;—–])(?:if|unless)\s+$/iu;
