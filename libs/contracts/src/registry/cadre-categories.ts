/** The five categories that are supervised on different things, and the others (domain: signals 11.7). */
export const CADRE_CATEGORIES = ['一把手', '组织人事', '财务经济', '执法执纪', '行政管理', '其他'] as const;
