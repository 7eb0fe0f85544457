#pragma once

#include <qpdf/qpdf-c.h>

#include "mn-tagger.h"

G_BEGIN_DECLS

void mn_pdf_join_elements (qpdf_data pdf, const MnTagJoins *joins);

G_END_DECLS
