-- A certificate counted as evidence when its file was stored, though the enterprise alone had stored it. From 2026 on, only what a
-- registered independent laboratory confirmed needs no review. The release before does not read the key.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.laboratory-evidence', '2020-01-01', '2026-01-01', '{"certificates": "stated"}', 'Choice of this service: before, laboratories could confirm nothing', 'I'),
  ('recovery.laboratory-evidence', '2026-01-01', null, '{"certificates": "confirmed"}', 'Choice of this service, to be confirmed with the assessor: a file that the enterprise stores proves nothing of its content; RB/T 214-2017 and 检验检测机构资质认定管理办法 make the laboratory answer for its report', 'I');
