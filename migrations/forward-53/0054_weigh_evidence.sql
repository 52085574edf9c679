-- Weak evidence was weighed by mass. So a little slag with a great content moved a rate unseen, and the number of a certificate
-- was as good as the certificate. What weak evidence may move, and what makes it weak, are dated law of their own; the release
-- before does not read it.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.weak-evidence', '2020-01-01', null, '{
      "movableShareBasisPoints": 50,
      "certificates": "stored",
      "laboratories": "external",
      "ownWords": ["本厂", "我厂", "本公司", "我公司", "本单位", "我单位", "本企业", "厂化验室", "公司化验室", "企业化验室", "车间化验", "厂内", "自检", "自测", "内部", "own laboratory", "in-house", "plant laboratory"]
    }', 'Choice of this service, to be confirmed with the assessor: weak evidence may move the lead available by 0.5 %, as recovery.weighing-difference; a reviewer can check a certificate only when its file is stored; an assay is independent only when the enterprise states that the laboratory is external; usual names of own laboratories', 'I');
