-- A rate was shown without its uncertainty, and a fixed share of one percent stood for all of it. These are the standard
-- uncertainties of which the budget of a rate is made.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.uncertainties', '2020-01-01', null, '{
      "coverageFactor": 2,
      "scales": {"gate": 10, "line": 10, "count": 100, "monitor": 2000},
      "contents": {
        "batteries": {"batch": 3000, "supplier_class": 6000, "declared_default": 20000, "count": 10000},
        "products": {"batch": 300, "supplier_class": 3000, "declared_default": 10000, "count": 3000},
        "other": {"batch": 5000, "supplier_class": 10000, "declared_default": 30000, "count": 20000}
      }
    }', 'Choice of this service, to be confirmed with the assessor: 0.3 points for a sampled battery assay and 0.1 % for weighing as in the worked example of the project definition (scales of class III after GB/T 14249, JJG 539); refined lead and alloys are analysed closer, residues and declared values are known less. Evaluation and coverage factor after GUM (JCGM 100:2008, JJF 1059.1-2012)', 'I');
