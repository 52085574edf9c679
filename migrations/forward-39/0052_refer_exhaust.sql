-- Concentrations of dioxin are held against the limit in the reference exhaust of a tonne of lead.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('dioxin.reference-exhaust', '2017-01-01', null, '{"cubicMetresPerTonne": 10000}',
   'GB 31574-2015, 再生铜、铝、铅、锌工业污染物排放标准, 单位产品基准排气量: believed to be 10 000 m³ for a tonne of lead; to be confirmed in the text', 'M-l');
