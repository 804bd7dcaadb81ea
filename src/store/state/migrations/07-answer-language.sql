-- Answers kept before they told the language of their wording were Chinese wherever they were not in plain Latin.
UPDATE exchange SET answer = json_set(answer, '$.interpretation.language',
  CASE WHEN question GLOB '*[^' || char(1) || '-' || char(591) || ']*' THEN 'zh' ELSE 'en' END)
WHERE json_extract(answer, '$.interpretation.language') IS NULL;
